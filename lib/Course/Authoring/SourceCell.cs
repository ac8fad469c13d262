namespace Course.Authoring;

/// <summary>One cell of a lesson's source.</summary>
/// <param name="Id">Names the cell for good: links, outputs and version control go by it.</param>
/// <param name="Text">Markdown or C#.</param>
public abstract record SourceCell(string Id, string Text)
{
    /// <summary>Text to read. With <paramref name="Anchor"/>, links can lead to it by its id.</summary>
    public sealed record Prose(string Id, string Text, bool Anchor) : SourceCell(Id, Text);

    /// <summary>C# to run. <paramref name="Text"/> still holds the stub and the solution, see <see cref="Solution"/>.</summary>
    public sealed record Code(string Id, string Text, IReadOnlyList<string> Tags) : SourceCell(Id, Text);
}
