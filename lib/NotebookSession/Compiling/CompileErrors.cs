using System.Globalization;
using Microsoft.CodeAnalysis;
using NotebookSession.Compiling.Hinting;

namespace NotebookSession.Compiling;

/// <summary>Compiler diagnostics as a student reads them: where, what, the line itself with a caret, and a hint.</summary>
internal static class CompileErrors
{
    private const int MostShown = 8;

    /// <summary>All errors of one compilation, in the order of the text.</summary>
    public static CellError Report(IEnumerable<Diagnostic> diagnostics, Compilation compilation)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceSpan.Start)
            .DistinctBy(error => (error.Location.SourceSpan.Start, error.Id))
            .ToList();
        List<string> lines = [.. errors.Take(MostShown).SelectMany(error => Describe(error, compilation))];
        if (errors.Count > MostShown)
        {
            lines.Add($"… and {errors.Count - MostShown} more errors, often caused by the first.");
        }

        return new CellError("CompileError", Headline(errors[0].Location, errors[0].Id, MessageOf(errors[0])), lines);
    }

    /// <summary>One error at a place in the text.</summary>
    public static CellError At(Location location, string id, string message) => new(
        id, Headline(location, id, message), [Headline(location, id, message), .. Excerpt(location)]);

    /// <summary>The compiler itself has failed.</summary>
    public static CellError Fault(Exception fault)
    {
        var cause = fault.GetBaseException();
        string[] lines =
        [
            $"The C# compiler itself failed on this cell ({cause.GetType().Name}: {cause.Message.Split('\n')[0].TrimEnd()}).",
            "That is a fault of the compiler, not of C# as you wrote it. Write it in another way: one step a statement, for example.",
        ];
        return new CellError("CompilerFault", lines[0], lines);
    }

    /// <summary>The warning for a task that is started and forgotten.</summary>
    public static string NotAwaited(Diagnostic warning) =>
        $"line {warning.Location.GetLineSpan().StartLinePosition.Line + 1}: the call isn't awaited, so the cell goes on "
        + "before it has ended, and its errors are lost. Write await before it.\n";

    /// <summary>What is wrong, and the hint, without the place: for an editor, which shows where.</summary>
    public static string InPlace(Diagnostic diagnostic, Compilation compilation) =>
        string.Join('\n', ((string?[])[MessageOf(diagnostic), Hints.Of(diagnostic, compilation)]).OfType<string>());

    private static IEnumerable<string> Describe(Diagnostic error, Compilation compilation) =>
    [
        Headline(error.Location, error.Id, MessageOf(error)),
        .. Excerpt(error.Location),
        .. Hints.Of(error, compilation) is { } hint ? (string[])[$"    Hint: {hint}"] : [],
    ];

    private static string MessageOf(Diagnostic error) => error.GetMessage(CultureInfo.InvariantCulture);

    private static string Headline(Location location, string id, string message)
    {
        var start = location.GetLineSpan().StartLinePosition;
        var file = SourceName.IsFile(location.SourceTree?.FilePath) ? location.SourceTree!.FilePath + ", " : "";
        return $"{file}line {start.Line + 1}, column {start.Character + 1}: error {id}: {message}";
    }

    // The source line, and carets under the part that is wrong.
    private static IEnumerable<string> Excerpt(Location location)
    {
        if (location.SourceTree is not { } tree)
        {
            return [];
        }

        var span = location.GetLineSpan();
        var line = tree.GetText().Lines[span.StartLinePosition.Line].ToString();
        var from = span.StartLinePosition.Character;
        var to = span.EndLinePosition.Line == span.StartLinePosition.Line ? span.EndLinePosition.Character : line.Length;
        var indent = string.Concat(line.Take(from).Select(character => character == '\t' ? '\t' : ' '));
        return [$"    {line}", $"    {indent}{new string('^', Math.Max(1, Math.Min(to, line.Length) - from))}"];
    }
}
