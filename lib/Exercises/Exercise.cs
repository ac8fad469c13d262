namespace Exercises;

/// <summary>A question with its right answer, computed by the library, and what to say to typical wrong ones.</summary>
/// <param name="name">What is asked for, in a word or two.</param>
/// <param name="expected">The right answer: numbers in any form, or text.</param>
public sealed class Exercise(string name, object expected)
{
    /// <summary>What is asked for.</summary>
    public string Name => name;

    /// <summary>The right answer, or, if there is a <see cref="Judge"/>, one of them.</summary>
    public object Expected => expected;

    /// <summary>Wrong answers that deserve their own sentence.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    /// <summary>Three hints: where to look, how to begin, nearly the solution.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>
    /// For a question with many right answers: says what is wrong with this one, or null if it is right. It never gets
    /// a missing answer or one of the <see cref="Mistakes"/>.
    /// </summary>
    public Func<object, string?>? Judge { get; init; }

    /// <summary>Says how an answer stands. Whatever is handed in, it never throws.</summary>
    public Verdict Check(object? answer) => Grading.Grade(this, () => answer);

    /// <summary>Runs a student's code and says how its answer stands, also when it stops with an exception.</summary>
    public Verdict Check(Func<object?> answer) => Grading.Grade(this, answer);

    /// <summary>Shows a hint.</summary>
    /// <param name="level">From 1, where to look, to the last, nearly the solution.</param>
    public Hint Hint(int level) => level >= 1 && level <= Hints.Count
        ? new($"Hint {level} of {Hints.Count}", Hints[level - 1])
        : new("No such hint", $"“{name}” has hints 1 to {Hints.Count}.");
}
