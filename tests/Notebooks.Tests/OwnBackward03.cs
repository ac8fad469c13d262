using Lectures.Recurrent;
using Lectures.Recurrent.Functions;
using MathNet.Numerics.LinearAlgebra;

namespace Notebooks.Tests;

/// <summary>Lesson 03's way back through an RNN, as students write it.</summary>
public sealed class OwnBackward03
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "no slope", "slope of tanh is missing" },
        { "not transposed", "wHh transposed" },
        { "not added", "sum over all steps" },
        { "state after", "h of step t − 1" },
        { "turned", "turned round" },
        { "zero start", "whatever `start` is" },
        { "forgets dWIh", "dWIh is zero everywhere" },
        { "sign", "sign is wrong" },
        { "stops early", "for 3 words of 4, 2 units: " },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson03.OwnBackward);

    [Fact]
    public void A_right_way_back_equals_finite_differences() => Assert.True(Lesson03.OwnBackward.Check(Mine("")).Passed);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_slip_is_told(string slip, string says) => JudgingFunctions.Says(Lesson03.OwnBackward, Mine(slip), says);

    private static ThroughTime Mine(string slip) => (wIh, wHh, words, start, dLast) =>
    {
        var way = new Way(wIh, wHh, words, slip == "zero start" ? 0 * start : start);
        var (dWIh, dWHh, d) = (0 * wIh, 0 * wHh, slip == "sign" ? -dLast : dLast);
        for (var t = words.RowCount; t > (slip == "stops early" ? 1 : 0); t--)
        {
            var dSum = slip == "no slope" ? d : d.PointwiseMultiply(1 - way.H[t].PointwiseMultiply(way.H[t]));
            var before = way.H[slip == "state after" ? t : t - 1];
            var (word, state) = slip == "turned"
                ? (words.Row(t - 1).OuterProduct(dSum), before.OuterProduct(dSum))
                : (dSum.OuterProduct(words.Row(t - 1)), dSum.OuterProduct(before));
            (dWIh, dWHh) = slip == "not added" ? (word, state) : (dWIh + word, dWHh + state);
            d = slip == "not transposed" ? wHh * dSum : dSum * wHh;
        }

        return (slip == "forgets dWIh" ? 0 * dWIh : dWIh, dWHh, d);
    };

    private sealed class Way
    {
        public Way(Matrix<double> wIh, Matrix<double> wHh, Matrix<double> words, Vector<double> start)
        {
            H.Add(start);
            foreach (var x in words.EnumerateRows())
            {
                H.Add((wIh * x + wHh * H[^1]).Map(Math.Tanh));
            }
        }

        public List<Vector<double>> H { get; } = [];
    }
}
