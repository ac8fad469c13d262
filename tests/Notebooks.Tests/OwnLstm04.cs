using Lectures.Recurrent;
using Lectures.Recurrent.Functions;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Notebooks.Tests;

/// <summary>Lesson 04's LSTM as students write it.</summary>
public sealed class OwnLstm04
{
    public static TheoryData<string, int[], string> Wrong => new()
    {
        { "", [1, 0, 2, 3], "in the order f, i, g, o" },
        { "", [0, 1, 3, 2], "in the order i, f, o, g" },
        { "no tanh", [0, 1, 2, 3], "h = o ⊙ tanh(c)" },
        { "no forget", [0, 1, 2, 3], "forget gate is missing" },
        { "1 - f", [0, 1, 2, 3], "not 1 − f" },
        { "old memory", [0, 1, 2, 3], "memory before the word" },
        { "one bias", [0, 1, 2, 3], "bHh is missing" },
        { "swapped", [0, 1, 2, 3], "changed places" },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson04.OwnLstm);

    [Fact]
    public void A_right_LSTM_is_the_librarys() => Assert.True(Lesson04.OwnLstm.Check((wIh, wHh, bIh, bHh, x, h, c) =>
    {
        var cell = new LstmCell(x.Count, h.Count, new TorchRandom(0));
        cell.WeightIh.CopyFrom(Tensor.FromMatrix(wIh));
        cell.WeightHh.CopyFrom(Tensor.FromMatrix(wHh));
        cell.BiasIh.CopyFrom(Tensor.FromVector(bIh));
        cell.BiasHh.CopyFrom(Tensor.FromVector(bHh));
        var (newH, newC) = cell.Forward(Row(x), (Row(h), Row(c)));
        return (newH.ToVector(), newC.ToVector());
    }).Passed);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_slip_is_told(string slip, int[] order, string says) =>
        JudgingFunctions.Says(Lesson04.OwnLstm, Mine(slip, order), says);

    [Fact]
    public void A_missing_result_is_named() => JudgingFunctions.Says(
        Lesson04.OwnLstm, (wIh, wHh, bIh, bHh, x, h, c) => (Mine("", [0, 1, 2, 3])(wIh, wHh, bIh, bHh, x, h, c).H, null!), "c: the result is null");

    private static Tensor Row(Vector<double> state) => Tensor.FromMatrix(state.ToRowMatrix());

    private static LstmStep Mine(string slip, int[] order) => (wIh, wHh, bIh, bHh, x, h, c) =>
    {
        var sums = wIh * x + wHh * h + bIh + (slip == "one bias" ? 0 * bHh : bHh);
        var blocks = order.Select(block => sums.SubVector(block * h.Count, h.Count)).ToArray();
        var (i, f, g, o) = (Squashed(blocks[0]), Squashed(blocks[1]), blocks[2].Map(Math.Tanh), Squashed(blocks[3]));
        var share = slip switch { "no forget" => 0 * f + 1, "1 - f" => 1 - f, _ => f };
        var memory = share.PointwiseMultiply(c) + i.PointwiseMultiply(g);
        var shown = slip == "old memory" ? c : memory;
        var state = o.PointwiseMultiply(slip == "no tanh" ? shown : shown.PointwiseTanh());
        return slip == "swapped" ? (memory, state) : (state, memory);
    };

    private static Vector<double> Squashed(Vector<double> sums) => sums.Map(sum => 1 / (1 + Math.Exp(-sum)));
}
