using SequenceModels;

namespace Exercises.Functions;

/// <summary>Tries a student's function on the hidden inputs and finds what to say.</summary>
internal sealed class FunctionGrading<TFunction>(FunctionExercise<TFunction> exercise)
    where TFunction : Delegate
{
    private const int FirstSeed = 7001, OtherSeeds = 9001;

    private readonly int[] _parts = [.. Enumerable.Range(0, exercise.Parts.Count)];
    private readonly Trial[] _wanted = Try(exercise, exercise.Right);

    public (Outcome, string) Grade(TFunction mine)
    {
        var got = Try(exercise, mine);
        if (got[0].Stopped is NotImplementedException)
        {
            return (Outcome.Unanswered, Grading.NotAnswered);
        }

        int[] wrong = [.. _parts.Where(part => !Agree(got, _wanted, part))];
        return wrong switch
        {
            [] when got.Any(trial => trial.ChangedItsArguments) => (Outcome.Close,
                "the result is right, but the function changes one of its arguments: whoever calls it may need it still."),
            [] => (Outcome.Right, $"right, on {got.Length} hidden inputs of different sizes."),
            _ => (Outcome.Wrong, KnownSlip(got, wrong) ?? Ignored(mine, got, wrong) ?? Describe(got, wrong)),
        };
    }

    private static Trial[] Try(FunctionExercise<TFunction> exercise, TFunction function) =>
        [.. exercise.Inputs.Select((input, i) => Trial.Of(function, Draw(input, i), exercise.Parts.Count))];

    private static object[] Draw(HiddenInput input, int number, int firstSeed = FirstSeed) =>
        input.Draw(new TorchRandom(firstSeed + number));

    private static bool Agree(Trial[] some, Trial[] others, int part) =>
        some.Zip(others).All(pair => pair.First.Agrees(pair.Second, part));

    private string? KnownSlip(Trial[] got, int[] wrong) => exercise.Slips.FirstOrDefault(slip =>
    {
        var slipped = Try(exercise, slip.Function);
        return wrong.All(part => Agree(got, slipped, part));
    })?.Says;

    private string? Ignored(TFunction mine, Trial[] got, int[] wrong)
    {
        string[] names = [.. typeof(TFunction).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.Name!)];
        string[] ignored = [.. names.Where((_, at) => Ignores(mine, at, got, wrong))];
        return ignored switch
        {
            [] => null,
            [var one] => $"the result is the same whatever `{one}` is: is it used?",
            _ when ignored.Length == names.Length =>
                "the result is the same whatever the function is given: does it use other cells' variables instead of its own?",
            _ => $"the result is the same whatever {string.Join(", ", ignored.Select(one => $"`{one}`"))} are: are they used?",
        };
    }

    // Another argument of the same size changes the right result, and not the student's.
    private bool Ignores(TFunction mine, int at, Trial[] got, int[] wrong) => exercise.Inputs.Index().All(input =>
    {
        Trial With(TFunction function)
        {
            var arguments = Draw(input.Item, input.Index);
            arguments[at] = Draw(input.Item, input.Index, OtherSeeds)[at];
            return Trial.Of(function, arguments, exercise.Parts.Count);
        }

        var (changed, should) = (With(mine), With(exercise.Right));
        return got[input.Index].Stopped is null
            && wrong.All(part => got[input.Index].IsFinite(part) && changed.Agrees(got[input.Index], part))
            && wrong.Any(part => !should.Agrees(_wanted[input.Index], part));
    });

    private string Describe(Trial[] got, int[] wrong)
    {
        var isWrong = got.Zip(_wanted).Select(pair => wrong.Any(part => !pair.First.Agrees(pair.Second, part))).ToArray();
        var first = Array.IndexOf(isWrong, true);
        var says = Says(got[first], _wanted[first], wrong);
        var onAll = isWrong.All(it => it);
        if (onAll && got[first].Stopped is null
            && got.Zip(_wanted).All(pair => Says(pair.First, pair.Second, wrong) == says))
        {
            return says;
        }

        var right = onAll ? "" : $"right for {string.Join("; ", Sizes(isWrong, false))}, but ";
        return $"{right}for {exercise.Inputs[first].Size}: {says}";
    }

    private IEnumerable<string> Sizes(bool[] isWrong, bool which) =>
        exercise.Inputs.Where((_, i) => isWrong[i] == which).Select(input => input.Size);

    private string Says(Trial got, Trial wanted, int[] wrong)
    {
        if (got.Stopped is { } stopped)
        {
            return $"the code stopped with {stopped.GetType().Name}: {stopped.Message}";
        }

        if (got.Parts.Length != _parts.Length)
        {
            return $"expected are {_parts.Length} results: ({string.Join(", ", exercise.Parts)}).";
        }

        var part = wrong.First(part => !got.Agrees(wanted, part));
        var name = _parts.Length > 1 ? $"{exercise.Parts[part]}: " : "";
        return name + (got.Parts[part] is null ? "the result is null." : Grading.Compare(got.Parts[part]!, wanted.Parts[part]!).Message);
    }
}
