using System.Globalization;

namespace Exercises;

/// <summary>Compares an answer with the expected one, whatever the form of either.</summary>
internal static class Grading
{
    private const string NotAnswered =
        "not answered yet. Fill in the line with the arrow (←), then run this cell again.";

    /// <param name="exercise">What is asked.</param>
    /// <param name="answer">Computes it: a list may be a query that runs, and fails, only when it is read.</param>
    public static Verdict Grade(Exercise exercise, Func<object?> answer)
    {
        try
        {
            return Grade(exercise, answer());
        }
        catch (NotImplementedException)
        {
            return new(exercise.Name, Outcome.Unanswered, NotAnswered);
        }
        catch (Exception exception)
        {
            return new(
                exercise.Name, Outcome.Wrong, $"the code stopped with {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static Verdict Grade(Exercise exercise, object? answer)
    {
        Verdict Says(Outcome outcome, string message) => new(exercise.Name, outcome, message);
        if (answer is null || Answer.IsMissing(answer))
        {
            return Says(Outcome.Unanswered, NotAnswered);
        }

        var right = Answer.Agree(answer, exercise.Expected);
        if (!right && exercise.Mistakes.FirstOrDefault(mistake => Answer.Agree(answer, mistake.Answer)) is { } mistake)
        {
            return Says(Outcome.Wrong, mistake.Says);
        }

        if (exercise.Judge is { } judge)
        {
            return judge(answer) is { } wrong ? Says(Outcome.Wrong, wrong) : Says(Outcome.Right, "right.");
        }

        var (outcome, message) = (Numbers.Of(answer), Numbers.Of(exercise.Expected)) switch
        {
            ({ } got, { } expected) => Grade(got, expected),
            (null, { } expected) => (Outcome.Wrong, $"`{Answer.Text(answer)}` can't be compared: expected "
                + (expected.Shape is [] ? "a number." : $"numbers of shape {expected.ShapeText}.")),
            _ when right => (Outcome.Right, "right."),
            _ => (Outcome.Wrong, $"`{Answer.Text(answer)}` is not it.")
        };
        return Says(outcome, message);
    }

    private static (Outcome Outcome, string Message) Grade(Numbers answer, Numbers expected)
    {
        if (!answer.Squeezed.SequenceEqual(expected.Squeezed))
        {
            return (Outcome.Wrong, ShapeSlips.Find(answer, expected));
        }

        var agreement = Agreement.Of(answer, expected);
        var largest = agreement.LargestDifference;
        var at = expected.Values.Length > 1 ? $" at {answer.Place(agreement.At)}" : "";
        return agreement switch
        {
            { LargestDifference: 0 } => (Outcome.Right, "right, exactly."),
            { IsExact: true } => (Outcome.Right, $"right, largest difference below {PowerAbove(largest)}."),
            { IsClose: true } => (Outcome.Close, $"close. Largest difference {Answer.Short(largest)}{at}: rounded?"),
            _ => (Outcome.Wrong, ValueSlips.Find(answer, expected) ?? Difference(answer, expected, agreement))
        };
    }

    private static string Difference(Numbers answer, Numbers expected, Agreement agreement)
    {
        var (got, wanted) = (answer[agreement.At], expected[agreement.At]);
        var size = $"{got.ToString("G4", CultureInfo.InvariantCulture)} is too {(got > wanted ? "large" : "small")}";
        return answer.Values.Length == 1
            ? $"{size}."
            : $"the largest difference is {Answer.Short(agreement.LargestDifference)}, "
                + $"at {answer.Place(agreement.At)}: {size} there.";
    }

    // The last bits of a student's own arithmetic may depend on the machine; a power of ten above them doesn't.
    private static string PowerAbove(double difference) =>
        Answer.Short(Math.Pow(10, Math.Ceiling(Math.Log10(difference))));
}
