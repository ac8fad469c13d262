namespace NotebookKernel.Documents;

/// <summary>How a JSON file is laid out: programs that write notebooks differ, and a change of layout would hide the change.</summary>
/// <param name="Indent">One level's indentation, or null for everything on one line.</param>
/// <param name="NewLine">What ends a line.</param>
/// <param name="Comma">What separates two items on one line.</param>
/// <param name="Colon">What separates a name from its value.</param>
internal sealed record JsonLayout(string? Indent, string NewLine, string Comma, string Colon)
{
    /// <summary>The layout of nbformat, Jupyter's own writer.</summary>
    public static JsonLayout Nbformat { get; } = new(" ", "\n", ",", ": ");

    /// <summary>The layout that the first lines of <paramref name="text"/> show.</summary>
    public static JsonLayout Of(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var name = text.IndexOf('"', StringComparison.Ordinal);
        if (open < 0 || name < open)
        {
            return Nbformat;
        }

        var between = text[(open + 1)..name];
        var newLine = between.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var colon = text[name..].Contains("\": ", StringComparison.Ordinal) ? ": " : ":";
        return between.LastIndexOf('\n') is >= 0 and var lineEnd
            ? new JsonLayout(between[(lineEnd + 1)..], newLine, ",", colon)
            : new JsonLayout(null, newLine, colon == ": " ? ", " : ",", colon);
    }

    /// <summary>The line break before an item at <paramref name="depth"/>; nothing when all is on one line.</summary>
    public string Break(int depth) =>
        Indent is null ? "" : NewLine + string.Concat(Enumerable.Repeat(Indent, depth));
}
