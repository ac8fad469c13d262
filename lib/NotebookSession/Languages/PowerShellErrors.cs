using System.Reflection;
using NotebookSession.Errors;

namespace NotebookSession.Languages;

/// <summary>What PowerShell finds wrong with a part, and what its statements failed with, as a student reads it.</summary>
internal sealed class PowerShellErrors(Assembly engine)
{
    private readonly MethodInfo _parse = engine.GetType("System.Management.Automation.Language.Parser", throwOnError: true)!
        .GetMethods().Single(method => method.Name == "ParseInput" && method.GetParameters().Length == 3);

    private readonly Type _extent = engine.GetType("System.Management.Automation.Language.IScriptExtent", throwOnError: true)!;

    /// <summary>Throws if the text is no script.</summary>
    public void Require(string text)
    {
        object?[] parsed = [text, null, null];
        _parse.Invoke(null, parsed);
        if ((object[])parsed[2]! is [var first, ..])
        {
            object extent = ((dynamic)first).Extent;
            var line = Number("StartLineNumber");
            var message = $"line {line}, column {Number("StartColumnNumber")}: error: {((dynamic)first).Message}";
            throw new CellException(new CellError("CompileError", message, [message, .. Excerpt(text, line)]));

            int Number(string name) => (int)_extent.GetProperty(name)!.GetValue(extent)!;
        }
    }

    /// <summary>The report of the statements that have failed. The exceptions are .NET's where the engine wraps one.</summary>
    public CellError Report(IReadOnlyList<object> records, string text) =>
        new(NameOf(records[0]), Cause(records[0]).Message, [.. records.SelectMany(record => Lines(record, text))]);

    private IEnumerable<string> Lines(object record, string text)
    {
        var line = (int?)((dynamic)record).InvocationInfo?.ScriptLineNumber ?? 0;
        return [$"{NameOf(record)}: {Cause(record).Message}", .. line > 0 ? [$"   at line {line}", .. Excerpt(text, line)] : Array.Empty<string>()];
    }

    private string NameOf(object record) => TypeNames.Of(Cause(record).GetType());

    private Exception Cause(object record)
    {
        var cause = (Exception)((dynamic)record).Exception;
        return cause.GetType().Assembly == engine ? cause.InnerException ?? cause : cause;
    }

    private static string[] Excerpt(string text, int line) =>
        text.Split('\n').ElementAtOrDefault(line - 1) is { Length: > 0 } found ? [$"      {found.Trim()}"] : [];
}
