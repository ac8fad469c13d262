using System.Collections.Concurrent;
using Plotly.NET;
using SequenceModels.Charts;

namespace Exercises;

/// <summary>Compares what students compute, or guess, with what is so.</summary>
public static class Check
{
    // Predictions outlive their cell: the guess is made in one, the answer seen in another.
    private static readonly ConcurrentDictionary<string, object?> _guesses = new();

    /// <summary>Compares two values in any form: numbers, arrays, lists, tuples, tensors, matrices, text.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="mine">The student's; null counts as not answered yet.</param>
    /// <param name="reference">What is expected.</param>
    public static Verdict Equal(string name, object? mine, object reference) =>
        new Exercise(name, reference).Check(mine);

    /// <summary>Notes a guess, before the cell that shows the answer runs.</summary>
    /// <param name="name">What is guessed; <see cref="Reveal"/> asks for it by this name.</param>
    /// <param name="guess">The guess, or null.</param>
    public static Hint Predict(string name, object? guess)
    {
        _guesses[name] = guess;
        return Answer.IsMissing(guess)
            ? new("Your prediction", "not answered yet. Write your guess in the line with the arrow (←).")
            : new("Your prediction", $"{Answer.Text(guess)}. Run on to see.");
    }

    /// <summary>Compares the guess noted under this name with what is so.</summary>
    /// <param name="name">The name given to <see cref="Predict"/>.</param>
    /// <param name="actual">What is so.</param>
    public static Verdict Reveal(string name, object actual)
    {
        var guess = _guesses.GetValueOrDefault(name);
        var (outcome, message) = guess is null || Answer.IsMissing(guess)
            ? (Outcome.Unanswered, $"it is {Answer.Text(actual)}. (There was no prediction.)")
            : Guess.Compare(guess, actual);
        return new(name, outcome, message);
    }

    /// <summary>The chart with the guess noted under this name as a star on it; as it is without a guess, or if that isn't one number.</summary>
    /// <param name="chart">The chart that the guess was about.</param>
    /// <param name="name">The name given to <see cref="Predict"/>.</param>
    /// <param name="at">The guess's place on the x axis.</param>
    /// <param name="unit">What 1 is on the y axis: 0.01 if the guess is in percent, and the axis goes from 0 to 1.</param>
    public static GenericChart WithGuess(this GenericChart chart, string name, double at, double unit = 1) =>
        Answer.Read(_guesses.GetValueOrDefault(name), 0.0) is { Values: [var guess] } && double.IsFinite(guess)
            ? Show.Marked(chart, "your guess", at, guess * unit)
            : chart;
}
