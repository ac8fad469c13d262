using Exercises;
using Exercises.Functions;

namespace Notebooks.Tests;

/// <summary>What every exercise keeps in which the student writes a function.</summary>
internal static class JudgingFunctions
{
    /// <summary>Its own function passes, each of its slips is told by its own words, and a constant does not pass.</summary>
    public static void Holds<TFunction>(FunctionExercise<TFunction> exercise)
        where TFunction : Delegate
    {
        Assert.Equal(3, exercise.Hints.Count);
        Assert.Equal(Outcome.Right, exercise.Check(exercise.Right).Outcome);
        Assert.Equal(Outcome.Unanswered, exercise.Check(null).Outcome);
        Assert.All(exercise.Slips, slip => Says(exercise, slip.Function, slip.Says));
    }

    public static void Says<TFunction>(FunctionExercise<TFunction> exercise, TFunction mine, string says)
        where TFunction : Delegate
    {
        var verdict = exercise.Check(mine);

        Assert.Equal(Outcome.Wrong, verdict.Outcome);
        Assert.Contains(says, verdict.Message, StringComparison.Ordinal);
    }
}
