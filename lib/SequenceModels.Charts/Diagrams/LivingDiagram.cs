using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace SequenceModels.Charts;

/// <summary>A diagram of a network while it reads a sentence. A word can be chosen, and the numbers are those at that word.
/// It needs neither a script nor a kernel: radio buttons choose, and a style sheet shows.</summary>
/// <param name="Title">What it is a diagram of.</param>
/// <param name="Arrangement">How its parts are connected, in words.</param>
/// <param name="Words">The words to choose from.</param>
/// <param name="Svg">The picture.</param>
/// <param name="Told">What happens at each word, with its numbers.</param>
[TypeFormatterSource(typeof(HtmlValueFormatters<LivingDiagram>), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record LivingDiagram(
    string Title, string Arrangement, IReadOnlyList<string> Words, string Svg, IReadOnlyList<string> Told) : IHtmlValue
{
    /// <summary>The most words to choose from: what the style sheet has rules for.</summary>
    public const int MostWords = 16;

    // The second word, where there is one: the first has nothing before it.
    private const int FirstChosen = 1;

    // A form, since the buttons of one form are no group with those of another. It is never sent: it is no dialog's.
    internal const string Open = "<form class=\"living-diagram\" method=\"dialog\">";

    /// <inheritdoc />
    public string ToHtml()
    {
        var chosen = Math.Min(FirstChosen, Words.Count - 1);
        var buttons = Words.Select((word, number) =>
            $"<label><input type=\"radio\" name=\"word\"{(number == chosen ? " checked" : "")}>{Text(word)}</label>");
        var told = Told.Select((text, number) => $"<p class=\"{Drawing.Chosen(number)}\">{Text(text)}</p>");
        return $"""
            {Open}<style>{Script.Read("diagram.css").Trim()}</style>
            <p><b>{Text(Title)}</b></p>
            <fieldset><legend>Choose a word:</legend>{string.Concat(buttons)}</fieldset>
            {Svg}
            <div role="status">{string.Concat(told)}</div></form>
            """;
    }

    /// <inheritdoc />
    public override string ToString() => string.Join('\n', [Title, Arrangement, .. Told]);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
