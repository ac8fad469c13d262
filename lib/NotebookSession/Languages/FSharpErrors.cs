using NotebookSession.Showing;

namespace NotebookSession.Languages;

/// <summary>What the F# compiler says of a part, as a student reads it: where, what, and the line itself with carets.</summary>
internal static class FSharpErrors
{
    private const int MostShown = 8;

    /// <summary>Writes warnings to the cell's stderr.</summary>
    /// <exception cref="CellException">There are errors.</exception>
    public static void Tell(IEnumerable<dynamic> diagnostics, string text, CellScope cell)
    {
        var found = diagnostics.Select(Read).ToLookup(diagnostic => diagnostic.Severity);
        var errors = found["Error"].DistinctBy(error => (error.Line, error.Column)).ToList();
        if (errors is [var first, ..])
        {
            var lines = text.Split('\n');
            throw new CellException(new CellError("CompileError", first.Headline,
            [
                .. errors.Take(MostShown).SelectMany(error => (string[])[error.Headline, .. error.Excerpt(lines)]),
                .. errors.Count > MostShown ? (string[])[$"… and {errors.Count - MostShown} more errors, often caused by the first."] : [],
            ]));
        }

        foreach (var warning in found["Warning"])
        {
            cell.Outputs.Write("stderr", warning.Headline + "\n");
        }
    }

    private static Diagnostic Read(dynamic diagnostic) => new(
        $"{diagnostic.Severity}", (string)diagnostic.ErrorNumberText, InOneLine((string)diagnostic.Message),
        (int)diagnostic.StartLine, (int)diagnostic.StartColumn, (int)diagnostic.EndLine, (int)diagnostic.EndColumn);

    private static string InOneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record Diagnostic(string Severity, string Number, string Message, int Line, int Column, int LastLine, int LastColumn)
    {
        public string Headline => $"line {Line}, column {Column + 1}: {(Severity == "Error" ? "error" : "warning")} {Number}: {Message}";

        public IEnumerable<string> Excerpt(string[] lines)
        {
            if (lines.ElementAtOrDefault(Line - 1) is not { Length: > 0 } line)
            {
                return [];
            }

            var from = Math.Min(Column, line.Length);
            var to = LastLine == Line ? Math.Min(LastColumn, line.Length) : line.Length;
            return [$"    {line}", $"    {new string(' ', from)}{new string('^', Math.Max(1, to - from))}"];
        }
    }
}
