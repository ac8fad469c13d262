namespace Course.Authoring;

/// <summary>A lesson as it is written: Markdown in which a heading or a <c>```csharp {#id}</c> fence begins a new cell.</summary>
/// <param name="Name">The file's name without ending: <c>01-why-order-matters</c>.</param>
/// <param name="Cells">In order.</param>
public sealed record LessonSource(string Name, IReadOnlyList<SourceCell> Cells)
{
    private const string Fence = "```";

    /// <summary>The text of the first heading.</summary>
    public string Title => Cells[0].Text.Split('\n').First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..];

    /// <summary>Reads <paramref name="path"/>.</summary>
    /// <exception cref="LessonSourceException">It cannot be cut into cells.</exception>
    public static LessonSource Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    /// <summary>Cuts <paramref name="markdown"/> into cells.</summary>
    /// <exception cref="LessonSourceException">A fence without id or end, an id twice, a link to nowhere.</exception>
    public static LessonSource Parse(string name, string markdown)
    {
        var cells = new List<SourceCell>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var start = 0; start < lines.Length;)
        {
            var end = lines[start].StartsWith(Fence + "csharp", StringComparison.Ordinal)
                ? EndOfCode(name, lines, start)
                : EndOfProse(lines, start);
            if (CellOf(name, lines[start..end], cells) is { } cell)
            {
                cells.Add(cell);
            }

            start = end;
        }

        return SourceRules.Require(new LessonSource(name, cells));
    }

    private static int EndOfCode(string name, string[] lines, int start)
    {
        var end = Array.IndexOf(lines, Fence, start + 1);
        return end > 0 ? end + 1 : throw new LessonSourceException($"{name}: the fence in line {start + 1} has no end.");
    }

    // Another language's fence is part of the text, whatever stands in it.
    private static int EndOfProse(string[] lines, int start)
    {
        var quoted = lines[start].StartsWith(Fence, StringComparison.Ordinal);
        var end = start + 1;
        while (end < lines.Length && (quoted || !BeginsCell(lines[end])))
        {
            quoted ^= lines[end].StartsWith(Fence, StringComparison.Ordinal);
            end++;
        }

        return end;
    }

    private static bool BeginsCell(string line) => IsHeading(line) || line.StartsWith(Fence + "csharp", StringComparison.Ordinal);

    private static bool IsHeading(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal)
        || line.StartsWith("### ", StringComparison.Ordinal);

    private static SourceCell? CellOf(string name, string[] lines, List<SourceCell> before)
    {
        var first = Attributes.Of(lines[0]);
        if (first.Before == Fence + "csharp")
        {
            var id = first.Id ?? throw new LessonSourceException($"{name}: a code cell needs an id: ```csharp {{#id}}");
            return new SourceCell.Code(id, string.Join('\n', lines[1..^1]), first.Tags);
        }

        var text = string.Join('\n', [first.Before, .. lines[1..]]).Trim('\n');
        return text.Length == 0 ? null
            : IsHeading(lines[0]) ? new SourceCell.Prose(first.Id ?? Slug(first.Before), text, Anchor: first.Id is not null)
            : new SourceCell.Prose("after-" + before.LastOrDefault()?.Id, text, Anchor: false);
    }

    private static string Slug(string heading) => string.Join('-', new string([.. heading.ToLowerInvariant()
        .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
