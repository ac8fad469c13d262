using System.Globalization;

namespace Exercises;

/// <summary>Compares an answer with the expected one, whatever the form of either.</summary>
internal static class Grading
{
    public const string NotAnswered =
        "not answered yet. Fill in the line with the arrow (←), then run this cell again.";

    /// <param name="exercise">What is asked.</param>
    /// <param name="answer">Computes it: a list may be a query that runs, and fails, only when it is read.</param>
    public static Verdict Grade(Exercise exercise, Func<object?> answer)
    {
        var (outcome, message) = Judge(exercise, answer);
        return new(exercise.Name, outcome, message) { Hints = exercise.Hints };
    }

    /// <summary>How an answer stands against the expected one, whatever the form of either.</summary>
    public static (Outcome Outcome, string Message) Compare(object answer, object expected) =>
        (Answer.Read(answer, expected), Numbers.Of(expected)) switch
        {
            ({ } got, { } wanted) => Compare(got, wanted),
            (null, { } wanted) => (Outcome.Wrong, $"`{Answer.Text(answer)}` can't be compared: expected "
                + (wanted.Shape is [] ? "a number." : $"numbers of shape {wanted.ShapeText}.")),
            _ when Answer.Agree(answer, expected) => (Outcome.Right, "right."),
            _ => (Outcome.Wrong, $"`{Answer.Text(answer)}` is not it."),
        };

    private static (Outcome, string) Judge(Exercise exercise, Func<object?> compute)
    {
        try
        {
            var answer = compute();
            return answer is null || Answer.IsMissing(answer)
                ? (Outcome.Unanswered, NotAnswered)
                : Judge(exercise, answer);
        }
        catch (NotImplementedException)
        {
            return (Outcome.Unanswered, NotAnswered);
        }
        catch (Exception exception)
        {
            return (Outcome.Wrong, $"the code stopped with {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static (Outcome, string) Judge(Exercise exercise, object answer)
    {
        if (!Answer.Agree(answer, exercise.Expected)
            && exercise.Mistakes.FirstOrDefault(mistake => Answer.Agree(answer, mistake.Answer)) is { } mistake)
        {
            return (Outcome.Wrong, mistake.Says);
        }

        if (exercise.Judge is { } judge)
        {
            return judge(answer) is { } wrong ? (Outcome.Wrong, wrong) : (Outcome.Right, "right.");
        }

        var (outcome, message) = Compare(answer, exercise.Expected);
        return (outcome, outcome == Outcome.Wrong && exercise.Given is { } given ? $"{message} {given}" : message);
    }

    private static (Outcome Outcome, string Message) Compare(Numbers answer, Numbers expected)
    {
        if (!answer.Squeezed.SequenceEqual(expected.Squeezed))
        {
            return (Outcome.Wrong, ShapeSlips.Find(answer, expected));
        }

        var comparison = NumberComparison.Of(answer, expected);
        var largest = comparison.LargestDifference;
        var at = expected.Values.Length > 1 ? $" at {answer.Place(comparison.At)}" : "";
        return comparison switch
        {
            { LargestDifference: 0 } => (Outcome.Right, "right, exactly."),
            { IsExact: true } => (Outcome.Right, $"right, largest difference below {PowerAbove(largest)}."),
            { IsClose: true } => (Outcome.Close, $"close. Largest difference {Answer.Short(largest)}{at}: rounded?"),
            _ => (Outcome.Wrong, ValueSlips.Find(answer, expected) ?? Difference(answer, expected, comparison))
        };
    }

    private static string Difference(Numbers answer, Numbers expected, NumberComparison comparison)
    {
        var (got, wanted) = (answer[comparison.At], expected[comparison.At]);
        var size = $"{got.ToString("G4", CultureInfo.InvariantCulture)} is too {(got > wanted ? "large" : "small")}";
        return answer.Values.Length == 1
            ? $"{size}."
            : comparison.Wrong == 1 ? $"all are right but one: at {answer.Place(comparison.At)}, {size}."
            : $"the largest difference is {Answer.Short(comparison.LargestDifference)}, "
                + $"at {answer.Place(comparison.At)}: {size} there.";
    }

    // The last bits of a student's own arithmetic may depend on the machine; a power of ten above them doesn't.
    private static string PowerAbove(double difference) =>
        Answer.Short(Math.Pow(10, Math.Ceiling(Math.Log10(difference))));
}
