using System.Globalization;
using System.Text.RegularExpressions;
using Exercises;

namespace Notebooks.Tests;

/// <summary>Slips that students make in any exercise, and right answers as people type them.</summary>
public sealed partial class SlipsInEveryExercise
{
    private static readonly Dictionary<string, Func<Numbers, Numbers?>> _slips = new()
    {
        ["sign"] = right => right.Select(value => -value),
        ["percent"] = right => right.Select(value => 100 * value),
        ["share"] = right => right.Select(value => value / 100),
        ["integer division"] = right => right.Select(Math.Truncate),
        ["one more"] = right => right.Select(value => value + 1),
        ["one less"] = right => right.Select(value => value - 1),
        ["one minus"] = right => right.Select(value => 1 - value),
        ["twice"] = right => right.Select(value => 2 * value),
        ["before tanh"] = right => right.Select(Math.Atanh),
        ["tanh twice"] = right => right.Select(Math.Tanh),
        ["logarithm"] = right => right.Select(Math.Log),
        ["power"] = right => right.Select(Math.Exp),
        ["zero"] = right => right.Select(_ => 0),
        ["rounded to one"] = right => right.Select(value => Math.Round(value, 1)),
        ["reversed"] = right => right.Shape.Length == 1 ? right with { Values = [.. right.Values.Reverse()] } : null,
        ["rows reversed"] = right => right.Shape.Length == 2
            ? right with { Values = [.. right.Values.Chunk(right.Shape[1]).Reverse().SelectMany(row => row)] } : null,
        ["transposed"] = right => right.Shape is [var rows, var columns]
            ? new([columns, rows], [.. Enumerable.Range(0, columns).SelectMany(c => Enumerable.Range(0, rows).Select(r => right[r * columns + c]))]) : null,
        ["last left out"] = right => right.Shape is [> 2] ? new([right.Shape[0] - 1], right.Values[..^1]) : null,
        ["flat"] = right => right.Shape.Length == 2 ? new([right.Values.Length], right.Values) : null,
        ["sum"] = right => right.Values.Length > 1 ? new([], [right.Values.Sum()]) : null,
        ["mean"] = right => right.Values.Length > 1 ? new([], [right.Values.Average()]) : null,
        ["NaN"] = right => right.Select(_ => double.NaN),
    };

    public static TheoryData<Exercise> All => [.. CheckingAnswers.All.Select(row => row.Data)
        .Where(exercise => exercise.Judge is null && Numbers.Of(exercise.Expected) is not null)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_right_answer_passes_as_people_type_it(Exercise exercise)
    {
        string[] texts = [.. Right(exercise).Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))];

        Assert.All(
            [string.Join(", ", texts), $"({string.Join(",", texts)})", string.Join(" x ", texts), $"[{string.Join(" ", texts)}]"],
            typed => Assert.Equal(Outcome.Right, exercise.Check(typed).Outcome));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_slip_never_passes(Exercise exercise) => Assert.All(
        Tried(exercise), slip => Assert.Equal((slip.Name, Outcome.Wrong), (slip.Name, slip.Verdict.Outcome)));

    [Fact]
    public void Of_slips_nine_in_ten_are_told_by_more_than_a_number()
    {
        var says = CheckingAnswers.All.SelectMany(row => Tried(row.Data)).Select(slip => slip.Verdict.Message).ToArray();

        Assert.InRange(says.Length, 400, 2000);
        Assert.InRange(says.Count(message => OnlyANumber().IsMatch(message)), 0, says.Length / 10);
    }

    [GeneratedRegex(@"largest difference|^[-.0-9]+ is too (large|small)\.|expected \([\d, ]+\)\.$")]
    private static partial Regex OnlyANumber();

    private static Numbers Right(Exercise exercise) => Numbers.Of(exercise.Expected)!;

    private static IEnumerable<(string Name, Verdict Verdict)> Tried(Exercise exercise) =>
        exercise.Judge is not null || Numbers.Of(exercise.Expected) is not { } right ? []
            : from slip in _slips
              let wrong = slip.Value(right)
              where wrong is not null && !NumberComparison.Holds(wrong, right)
              let verdict = exercise.Check(Nested(wrong))
              where verdict.Outcome != Outcome.Close // rounded, or hardly changed by a tanh
              select (slip.Key, verdict);

    private static object Nested(Numbers numbers) => numbers.Shape switch
    {
        [] => numbers[0],
        [_] => numbers.Values,
        [_, var columns] => numbers.Values.Chunk(columns).ToArray(),
        _ => numbers.Values,
    };
}
