using System.Collections;
using SequenceModels;

namespace Exercises.Functions;

/// <summary>Tries a student's function on the hidden inputs and finds what to say.</summary>
internal sealed class FunctionGrading<TFunction>(FunctionExercise<TFunction> exercise)
    where TFunction : Delegate
{
    private const int FirstSeed = 7001, OtherSeeds = 9001;

    private readonly int[] _parts = [.. Enumerable.Range(0, exercise.Parts.Count)];
    private readonly Trial[] _wanted = Try(exercise, exercise.Right);

    public (Outcome Outcome, string Message) Grade(TFunction mine)
    {
        var got = Try(exercise, mine);
        if (got[0].Stopped is NotImplementedException || got.All(trial => trial.Parts is [ICollection { Count: 0 }]))
        {
            return (Outcome.Unanswered, Grading.NotAnswered);
        }

        int[] wrong = [.. _parts.Where(part => !Agree(got, _wanted, part))];
        return wrong switch
        {
            [] when got.Any(trial => trial.ChangedItsArguments) => (Outcome.Close,
                "the result is right, but the function changes one of its arguments: whoever calls it may need it still."),
            [] => (Outcome.Right, $"right, on {got.Length} hidden inputs of different sizes."),
            _ => (Outcome.Wrong, KnownSlip(got) ?? Unused(mine, got, wrong)
                ?? Describe([.. got.Zip(_wanted, (trial, wanted) => Wrong(trial, wanted, wrong))])),
        };
    }

    private static Trial[] Try(FunctionExercise<TFunction> exercise, TFunction function) =>
        [.. exercise.Inputs.Select((input, i) => Trial.Of(function, Draw(input, i), exercise.Parts.Count))];

    private static object[] Draw(HiddenInput input, int number, int firstSeed = FirstSeed) =>
        input.Draw(new TorchRandom(firstSeed + number));

    private static bool Agree(Trial[] some, Trial[] others, int part) =>
        some.Zip(others).All(pair => pair.First.Agrees(pair.Second, part));

    private string? KnownSlip(Trial[] got) => exercise.Slips.FirstOrDefault(slip =>
    {
        var slipped = Try(exercise, slip.Function);
        return _parts.All(part => Agree(got, slipped, part));
    })?.Says;

    private string? Unused(TFunction mine, Trial[] got, int[] wrong)
    {
        if (!got.All(trial => wrong.All(trial.IsFinite)))
        {
            return null;
        }

        var inputs = Enumerable.Range(0, exercise.Inputs.Count).ToArray();
        var used = typeof(TFunction).GetMethod("Invoke")!.GetParameters()
            .Where(parameter => inputs.Any(input => Changes(exercise.Right, input, parameter.Position, _wanted, wrong))).ToArray();
        string[] unused = [.. used
            .Where(parameter => !inputs.Any(input => Changes(mine, input, parameter.Position, got, wrong)))
            .Select(parameter => parameter.Name!)];
        var result = wrong.Length < _parts.Length ? exercise.Parts[wrong[0]] : "the result";
        return unused switch
        {
            _ when got.All(trial => wrong.All(part => trial[part]!.Scale == 0)) => $"{result} is zero everywhere.",
            [] => null,
            [var one] => $"{result} is the same whatever `{one}` is: is it used?",
            _ when unused.Length == used.Length =>
                $"{result} is the same whatever the function is given: does it use other cells' variables instead of its own?",
            _ => $"{result} is the same whatever {string.Join(", ", unused.Select(one => $"`{one}`"))} are: are they used?",
        };
    }

    // Whether another argument of the same size makes another result.
    private bool Changes(TFunction function, int input, int at, Trial[] before, int[] parts)
    {
        var arguments = Draw(exercise.Inputs[input], input);
        arguments[at] = Draw(exercise.Inputs[input], input, OtherSeeds)[at];
        var after = Trial.Of(function, arguments, exercise.Parts.Count);
        return !parts.All(part => after.Agrees(before[input], part));
    }

    // What is wrong is told without a size only if it is the same for all.
    private string Describe(string?[] wrong)
    {
        var first = Array.FindIndex(wrong, says => says is not null);
        if (wrong.Distinct().Count() == 1)
        {
            return wrong[first]!;
        }

        var right = exercise.Inputs.Where((_, i) => wrong[i] is null).Select(input => input.Size).ToArray();
        return (right.Length > 0 ? $"right for {string.Join("; ", right)}, but " : "")
            + $"for {exercise.Inputs[first].Size}: {wrong[first]}";
    }

    private string? Wrong(Trial got, Trial wanted, int[] parts)
    {
        if (got.Stopped is { } stopped)
        {
            return $"the code stopped with {stopped.GetType().Name}: {stopped.Message}";
        }

        var part = parts.Where(part => !got.Agrees(wanted, part)).DefaultIfEmpty(-1).First();
        return part < 0 ? null
            : got.Parts.Length != _parts.Length
                ? $"expected are {_parts.Length} results: ({string.Join(", ", exercise.Parts)})."
            : (_parts.Length > 1 ? $"{exercise.Parts[part]}: " : "") + (got.Parts[part] is { } result
                ? Grading.Compare(result, wanted.Parts[part]!).Message
                : "the result is null.");
    }
}
