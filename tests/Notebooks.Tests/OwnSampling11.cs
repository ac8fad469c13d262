using Lectures.Recurrent;
using Lectures.Recurrent.Functions;

namespace Notebooks.Tests;

/// <summary>Lesson 11's sampling with a temperature, as students write it.</summary>
public sealed class OwnSampling11
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "no temperature", "temperature does nothing" },
        { "times", "multiply by the temperature" },
        { "divided afterwards", "temperature does nothing" },
        { "greedy", "most probable character each time" },
        { "not normalized", "not divided by their sum" },
        { "one too far", "One character too far" },
        { "first only", "sees the first character only" },
        { "last only", "sees the last character only" },
        { "one draw", "same draw is used each time" },
        { "without first", "only the first is missing" },
        { "constant", "whatever the function is given" },
        { "scores for powers", "" },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson11.OwnSampling);

    [Fact]
    public void A_right_loop_passes_whatever_it_is_made_of()
    {
        Assert.True(Lesson11.OwnSampling.Check(Mine("")).Passed);
        Assert.True(Lesson11.OwnSampling.Check((scores, first, temperature, draws) => draws.Aggregate(
            new List<int> { first }, (text, draw) =>
            {
                var z = scores(text);
                var p = z.Select(score => 1 / z.Sum(other => Math.Exp((other - score) / temperature))).ToArray();
                return [.. text, Enumerable.Range(0, p.Length).First(k => p[..(k + 1)].Sum() > draw)];
            })).Passed);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_slip_is_told(string slip, string says) => JudgingFunctions.Says(Lesson11.OwnSampling, Mine(slip), says);

    private static WriteByChance Mine(string slip) => (scores, first, temperature, draws) =>
    {
        var text = new List<int> { first };
        foreach (var u in slip == "one draw" ? draws.Select(_ => draws[0]) : draws)
        {
            var z = scores(slip switch { "first only" => [first], "last only" => [text[^1]], _ => text });
            var powers = z.Select(score => slip switch
            {
                "no temperature" => Math.Exp(score),
                "times" => Math.Exp(score * temperature),
                "divided afterwards" => Math.Exp(score) / temperature,
                "scores for powers" => score / temperature,
                _ => Math.Exp(score / temperature),
            }).ToArray();
            var p = powers.Select(power => slip == "not normalized" ? power : power / powers.Sum()).ToArray();
            var (k, sum) = (0, p[0]);
            while (sum <= u && k < p.Length - 1)
            {
                sum += p[++k];
            }

            text.Add(slip switch
            {
                "greedy" => Array.IndexOf(z, z.Max()),
                "one too far" => Math.Min(k + 1, p.Length - 1),
                _ => k,
            });
        }

        return slip switch { "without first" => text[1..], "constant" => [0, 1, 2], _ => text };
    };
}
