using Microsoft.CodeAnalysis;
using NotebookSession.Compiling;

namespace NotebookSession.Editing;

/// <summary>The compiler's diagnostics of a text that is being written, for an editor.</summary>
internal static class Problems
{
    // A name in code, a type or namespace, a name that a member access begins with.
    private static readonly string[] _unknownName = ["CS0103", "CS0246"];

    // What a student can do something about. The others are about the style of programs, not of cells.
    private static readonly string[] _warnings = ["CS4014", "CS0162", "CS1717", "CS0184", "CS0183", "CS8509", "CS0251", "CS0652", "CS0665"];

    public static IReadOnlyList<CodeProblem> Of(SemanticModel model, string code)
    {
        // What the cell will be given when it runs, nobody can look names up in yet.
        var mayBeGiven = OldCharts.LineFor((model.SyntaxTree.GetRoot(), model)) is null ? [] : _unknownName;
        return
        [
            .. model.SyntaxTree.GetDiagnostics().Concat(model.Compilation.GetDiagnostics())
                .Where(found => found.Location.SourceTree == model.SyntaxTree && !mayBeGiven.Contains(found.Id))
                .Where(found => found.Severity == DiagnosticSeverity.Error || _warnings.Contains(found.Id))
                .DistinctBy(found => (found.Location.SourceSpan.Start, found.Id))
                .OrderBy(found => found.Location.SourceSpan.Start)
                .Select(found => Problem(found, model, code)),
        ];
    }

    private static CodeProblem Problem(Diagnostic found, SemanticModel model, string code)
    {
        var span = found.Location.SourceSpan;
        var severity = found.Severity == DiagnosticSeverity.Error ? ProblemSeverity.Error : ProblemSeverity.Warning;
        return new CodeProblem(span.Start, span.Length, found.Id, CompileErrors.InPlace(found, model.Compilation), severity)
        {
            UnknownName = _unknownName.Contains(found.Id) ? code[span.Start..span.End].Split('<')[0].Trim() : null,
            IsSyntax = model.SyntaxTree.GetDiagnostics().Any(syntax => syntax.Id == found.Id && syntax.Location.SourceSpan == span),
        };
    }
}
