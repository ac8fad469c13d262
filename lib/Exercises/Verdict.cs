using Microsoft.DotNet.Interactive.Formatting;
using SequenceModels.Charts;

namespace Exercises;

/// <summary>How an answer stands.</summary>
public enum Outcome
{
    /// <summary>There is no answer yet.</summary>
    Unanswered,

    /// <summary>Right, but for float32's last digits.</summary>
    Right,

    /// <summary>Right, but for rounding.</summary>
    Close,

    /// <summary>Not right.</summary>
    Wrong
}

/// <summary>What a check says.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Outcome">How the answer stands.</param>
/// <param name="Message">One or two sentences for the student.</param>
[TypeFormatterSource(typeof(HtmlValueFormatters<Verdict>), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Verdict(string Name, Outcome Outcome, string Message) : IHtmlValue
{
    /// <summary>Whether the exercise is done.</summary>
    public bool Passed => Outcome is Outcome.Right or Outcome.Close;

    /// <summary>What helps whoever has not got there yet.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The sign also says it without colour.</summary>
    private string Sign =>
        Outcome switch { Outcome.Right => "✓", Outcome.Close => "≈", Outcome.Wrong => "✗", _ => "…" };

    private string Edge => Outcome switch
    {
        Outcome.Right => Palette.Series(2),
        Outcome.Close => Palette.Series(1),
        Outcome.Wrong => Palette.Series(4),
        _ => Palette.Reference,
    };

    /// <inheritdoc />
    public string ToHtml() => NoteHtml.Box(
        Edge, $"{Sign} <b>{NoteHtml.Text(Name)}:</b> {NoteHtml.Text(Message)}{(Passed ? "" : string.Concat(Hints.Select(Unfolding)))}");

    /// <inheritdoc />
    public override string ToString() => $"{Sign} {Name}: {Message}";

    // Unfolds without a script, so in every front end.
    private static string Unfolding(string hint, int number) =>
        $"\n<details><summary style=\"display: list-item; cursor: pointer\">Hint {number + 1}</summary><p>{NoteHtml.Text(hint)}</p></details>";
}
