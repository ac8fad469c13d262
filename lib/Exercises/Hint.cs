using Microsoft.DotNet.Interactive.Formatting;
using SequenceModels.Charts;

namespace Exercises;

/// <summary>A hint, shown where it was asked for.</summary>
/// <param name="Title">Which one of how many.</param>
/// <param name="Text">The hint itself.</param>
[TypeFormatterSource(typeof(HtmlValueFormatters<Hint>), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Hint(string Title, string Text) : IHtmlValue
{
    /// <summary>The hint at this level of an exercise, from 1.</summary>
    internal static Hint Of(string exercise, IReadOnlyList<string> hints, int level) => level >= 1 && level <= hints.Count
        ? new($"Hint {level} of {hints.Count}", hints[level - 1])
        : new("No such hint", $"“{exercise}” has hints 1 to {hints.Count}.");

    /// <inheritdoc />
    public string ToHtml() => NoteHtml.Box(Palette.Note, $"<b>{NoteHtml.Text(Title)}:</b> {NoteHtml.Text(Text)}");

    /// <inheritdoc />
    public override string ToString() => $"{Title}: {Text}";
}
