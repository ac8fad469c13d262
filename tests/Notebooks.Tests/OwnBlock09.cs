using Lectures.Recurrent;
using Lectures.Recurrent.Functions;
using SequenceModels;
using SequenceModels.Layers;

namespace Notebooks.Tests;

/// <summary>Lesson 09's Transformer block as students write it.</summary>
public sealed class OwnBlock09
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "not divided", "scores are not divided" },
        { "by d", "divided by its root" },
        { "not hidden", "Nothing is hidden" },
        { "filled with 0", "Fill with float.NegativeInfinity" },
        { "columns", "wrong axis" },
        { "k q", "k qᵀ" },
        { "no sum", "x is not added after attention" },
        { "no norm", "Nothing is normalized" },
        { "no relu", "ReLU is missing" },
        { "no second part", "attention alone" },
        { "values of keys", "the same whatever `wValue` is" },
        { "other matrix", "for 3 words of 4: the largest difference is" },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson09.OwnBlock);

    [Fact]
    public void A_right_block_passes() => Assert.True(Lesson09.OwnBlock.Check(Mine("")).Passed);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_slip_is_told(string slip, string says) => JudgingFunctions.Says(Lesson09.OwnBlock, Mine(slip), says);

    private static WholeBlock Mine(string slip) => (wQuery, wKey, wValue, wOut, wInner, wOuter, x, hide) =>
    {
        Tensor Norm(Tensor some) => slip == "no norm" ? some : new LayerNorm(some.Shape[1]).Forward(some);
        var input = Norm(x);
        var (q, k) = (input.MatMul(wQuery.Transpose()), input.MatMul(wKey.Transpose()));
        var v = input.Linear(slip == "values of keys" ? wKey : slip == "other matrix" ? wValue * 1.5f : wValue);
        var scores = slip == "k q" ? k.MatMul(q.Transpose()) : q.MatMul(k.Transpose());
        scores = slip switch { "not divided" => scores, "by d" => scores / x.Shape[1], _ => scores * (1 / MathF.Sqrt(x.Shape[1])) };
        var seen = slip switch { "not hidden" => scores, "filled with 0" => scores.MaskedFill(hide, 0), _ => scores + hide * -1e9f };
        var looked = seen.Softmax(slip == "columns" ? 0 : 1).MatMul(v).Linear(wOut);
        var middle = slip == "no sum" ? looked : x + looked;
        var inner = Norm(middle).Linear(wInner);
        return slip == "no second part" ? middle : middle + (slip == "no relu" ? inner : inner.Relu()).Linear(wOuter);
    };
}
