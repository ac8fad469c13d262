namespace Exercises;

/// <summary>A question with its right answer, computed by the library, and what to say to typical wrong ones.</summary>
/// <param name="name">What is asked for, in a word or two.</param>
/// <param name="expected">The right answer: numbers in any form, or text.</param>
public sealed class Exercise(string name, object expected)
{
    /// <summary>What is asked for.</summary>
    public string Name => name;

    /// <summary>Wrong answers that deserve their own sentence.</summary>
    public IReadOnlyList<Mistake> Mistakes { internal get; init; } = [];

    /// <summary>A sentence on what the right answer was computed from, where a student may have changed that.</summary>
    public string? Given { internal get; init; }

    /// <summary>Three hints: where to look, how to begin, nearly the solution.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>
    /// For a question with many right answers: says what is wrong with this one, or null if it is right. It never gets
    /// a missing answer or one of the <see cref="Mistakes"/>.
    /// </summary>
    public Func<object, string?>? Judge { internal get; init; }

    /// <summary>The right answer, or, if there is a <see cref="Judge"/>, one of them. No cell can read it.</summary>
    internal object Expected => expected;

    /// <summary>Says how an answer stands. Whatever is handed in, it never throws.</summary>
    public Verdict Check(object? answer) => Grading.Grade(this, () => answer);

    /// <summary>Runs a student's code and says how its answer stands, also when it stops with an exception.</summary>
    public Verdict Check(Func<object?> answer) => Grading.Grade(this, answer);

    /// <summary>Shows a hint.</summary>
    /// <param name="level">From 1, where to look, to the last, nearly the solution.</param>
    public Hint Hint(int level) => Exercises.Hint.Of(name, Hints, level);
}
