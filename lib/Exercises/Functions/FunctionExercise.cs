namespace Exercises.Functions;

/// <summary>
/// A function that the student writes. It is tried on hidden random inputs of several sizes, so no constant and no
/// number of the lesson passes; a slip is told when it gives on all of them what the student's function gives.
/// </summary>
/// <typeparam name="TFunction">Its signature; its parameters' names are those that the student is told.</typeparam>
/// <param name="name">What is asked for, in a word or two.</param>
/// <param name="right">What it is to compute.</param>
public sealed class FunctionExercise<TFunction>(string name, TFunction right)
    where TFunction : Delegate
{
    /// <summary>What is asked for.</summary>
    public string Name => name;

    /// <summary>What it is tried on.</summary>
    public required IReadOnlyList<HiddenInput> Inputs { internal get; init; }

    /// <summary>What the parts of its result are called, if it has several.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [name];

    /// <summary>Slips that students make, those that deserve to be told first before the others.</summary>
    public IReadOnlyList<Slip<TFunction>> Slips { internal get; init; } = [];

    /// <summary>Three hints: where to look, how to begin, nearly the solution.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The longest that all the trials together may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    internal TFunction Right => right;

    /// <summary>Tries the function, and says how it stands. Whatever the function does, this never throws.</summary>
    public Verdict Check(TFunction? mine)
    {
        var (outcome, message) = mine is null
            ? (Outcome.Unanswered, Grading.NotAnswered)
            : TimeLimit.Run(() => new FunctionGrading<TFunction>(this).Grade(mine), Limit)
                ?? (Outcome.Wrong, $"it did not end within {Limit.TotalSeconds:0.#} seconds, on inputs of a few numbers: "
                    + "is there a loop that never ends? (Restart the session if the machine stays busy.)");
        return new(name, outcome, message) { Hints = Hints };
    }

    /// <summary>Shows a hint.</summary>
    /// <param name="level">From 1, where to look, to the last, nearly the solution.</param>
    public Hint Hint(int level) => Exercises.Hint.Of(name, Hints, level);
}
