namespace NotebookSession.Directives;

/// <summary>A line of a cell that is for the kernel: <c>#r "nuget: Name, 1.0"</c>, <c>#!time</c>.</summary>
/// <param name="Name">With its mark: "#r", "#!time".</param>
/// <param name="Argument">The rest of the line, without surrounding quotes.</param>
/// <param name="Line">Counted from 1, in the cell or file.</param>
internal sealed record Directive(string Name, string Argument, int Line)
{
    /// <summary>The line as it was written: a comment at its end may tell the reader what to do if it fails.</summary>
    public required string Text { get; init; }

    /// <summary>Splits the text of a line that begins with # into name and argument.</summary>
    public static Directive Parse(string text, int line)
    {
        var comment = text.IndexOf(" //", StringComparison.Ordinal);
        var words = (comment < 0 ? text : text[..comment]).Trim().Split((char[])[' ', '\t'], 2);
        var quote = words[0].IndexOf('"', StringComparison.Ordinal);
        return quote > 0 // #r"file.dll"
            ? new Directive(words[0][..quote], Unquote(text.Trim()[quote..]), line) { Text = text }
            : new Directive(words[0], words.Length > 1 ? Unquote(words[1].Trim()) : "", line) { Text = text };
    }

    // Older kernels took a line whose second quote is missing.
    private static string Unquote(string text) =>
        text.Length > 1 && text[0] == '"' ? text[1..].TrimEnd('"').Trim() : text;
}
