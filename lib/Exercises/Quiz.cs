using Microsoft.DotNet.Interactive.Formatting;
using SequenceModels.Charts;

namespace Exercises;

/// <summary>A multiple-choice question. Each answer unfolds to say whether it is right, without any script.</summary>
/// <param name="Question">The question.</param>
/// <param name="Options">The possible answers.</param>
/// <param name="Answer">The number of the right one, counted from 1.</param>
/// <param name="Why">Why it is right.</param>
[TypeFormatterSource(typeof(HtmlValueFormatters<Quiz>), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Quiz(string Question, IReadOnlyList<string> Options, int Answer, string Why) : IHtmlValue
{
    /// <summary>Asks a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="options">The possible answers.</param>
    /// <param name="answer">The number of the right one, counted from 1.</param>
    /// <param name="why">Why it is right.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no answer with that number.</exception>
    public static Quiz Ask(string question, IReadOnlyList<string> options, int answer, string why) =>
        answer >= 1 && answer <= options.Count
            ? new(question, options, answer, why)
            : throw new ArgumentOutOfRangeException(
                nameof(answer), $"answer is {answer}, expected the number of an option: 1 to {options.Count}.");

    /// <inheritdoc />
    public string ToHtml()
    {
        var options = Options.Select((option, index) => Unfolding(option, index + 1));
        return NoteHtml.Box(Palette.Note, $"<p><b>{NoteHtml.Text(Question)}</b></p>\n{string.Join('\n', options)}");
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var options = Options.Select((option, index) => $"  {index + 1}. {option}");
        return string.Join('\n', [Question, .. options, $"Answer: {Answer}. {Why}"]);
    }

    private string Unfolding(string option, int number)
    {
        var says = number == Answer ? $"✓ Yes. {NoteHtml.Text(Why)}" : "✗ No. What speaks for another answer?";
        return $"<details><summary style=\"display: list-item; cursor: pointer\">{number}. {NoteHtml.Text(option)}</summary><p>{says}</p></details>";
    }
}
