using Exercises.Functions;
using SequenceModels;

namespace Lectures.Recurrent.Functions;

/// <summary>A Transformer block with one head and no biases, which normalizes first.</summary>
/// <param name="wQuery">Makes queries, width × width.</param>
/// <param name="wKey">Makes keys, width × width.</param>
/// <param name="wValue">Makes values, width × width.</param>
/// <param name="wOut">What the mixed values go through, width × width.</param>
/// <param name="wInner">Into the feed-forward network, inner × width.</param>
/// <param name="wOuter">Out of it, width × inner.</param>
/// <param name="x">A vector for each word, words × width.</param>
/// <param name="hide">1 where the word of that row must not look at the word of that column.</param>
/// <returns>A new vector for each word.</returns>
public delegate Tensor WholeBlock(
    Tensor wQuery, Tensor wKey, Tensor wValue, Tensor wOut, Tensor wInner, Tensor wOuter, Tensor x, Tensor hide);

/// <summary>A Transformer block, written by the student from the library's primitives.</summary>
internal static class OwnBlock
{
    public static FunctionExercise<WholeBlock> Exercise { get; } = new("your block", new BlockVariant().Run)
    {
        Inputs = [Sized(3, 4, 8), Sized(5, 6, 3), Sized(4, 2, 5)],
        Slips =
        [
            Slip("The scores are not divided: by √d, the root of the width, before the softmax.", new() { Scale = (_, _) => 1 }),
            Slip("You divided by d. The scores are divided by its root, √d.", new() { Scale = (width, _) => width }),
            Slip("You divided by the root of the number of words. d is the width of a query.", new() { Scale = (_, words) => MathF.Sqrt(words) }),
            Slip("You multiplied by √d. The scores are divided by it.", new() { Scale = (width, _) => 1 / MathF.Sqrt(width) }),
            Slip("Nothing is hidden: each word sees those that `hide` marks, too.", new() { Weights = (scores, _) => scores.Softmax() }),
            Slip("A score of 0 is not a weight of 0: e⁰ is 1. Fill with float.NegativeInfinity.",
                new() { Weights = (scores, hide) => scores.MaskedFill(hide, 0).Softmax() }),
            Slip("Masked too late: the softmax had already given a part to the hidden words. Hide before it.",
                new() { Weights = (scores, hide) => scores.Softmax() * (1 - hide) }),
            Slip("`hide` is turned round: it is 1 where a word must not look.",
                new() { Weights = (scores, hide) => scores.MaskedFill(1 - hide, float.NegativeInfinity).Softmax() }),
            Slip("The softmax goes along the wrong axis: each row should add up to 1, for each row is a word that looks.",
                new() { Weights = (scores, hide) => scores.MaskedFill(hide, float.NegativeInfinity).Softmax(0) }),
            Slip("The softmax is missing: scores have to become weights.", new() { Weights = (scores, hide) => scores * (1 - hide) }),
            Slip("That is k qᵀ: rows are the words looked at there. The queries' words are the rows: q kᵀ.",
                new() { Score = (q, k) => k.MatMul(q.Transpose()) }),
            Slip("x is not added after attention: each part's input is added to its output.", new() { AddsLooked = false }),
            Slip("x is not added after the feed-forward network: each part's input is added to its output.", new() { AddsFed = false }),
            Slip("Neither part's input is added to its output.", new() { AddsLooked = false, AddsFed = false }),
            Slip("Nothing is normalized: before each part the vectors are.", new() { NormFirst = false, NormSecond = false }),
            Slip("Attention sees x as it is: normalize it first.", new() { NormFirst = false }),
            Slip("The feed-forward network sees vectors as they are: normalize them first.", new() { NormSecond = false }),
            Slip("The normalized x is added. Add x as it came in.", new() { AddsNormalized = true }),
            Slip("The feed-forward network sees what came in. It gets what attention has made of it.", new() { SideBySide = true }),
            Slip("The ReLU is missing: without it wInner and wOuter are one matrix.", new() { Inner = inner => inner }),
            Slip("That is a tanh in the feed-forward network. A ReLU is asked for.", new() { Inner = inner => inner.Tanh() }),
            Slip("That is attention alone. The feed-forward network comes after it.", new() { Feeds = false }),
            Slip("wOut is missing: the mixed values go through it.", new() { GoesOut = false }),
            new((wQuery, wKey, wValue, wOut, wInner, wOuter, x, hide) => new BlockVariant().Run(
                wQuery.Transpose(), wKey.Transpose(), wValue.Transpose(), wOut.Transpose(), wInner, wOuter, x, hide),
                "The four matrices of attention are transposed: x.Linear(w) is x · wᵀ already."),
        ],
        Hints =
        [
            "Two parts, and each is x = x + part(norm.Forward(x)). First attention, as in Attend above, then the feed-forward "
            + "network.",
            "scores.MaskedFill(hide, float.NegativeInfinity).Softmax() gives the weights. The feed-forward network is "
            + "….Linear(wInner).Relu().Linear(wOuter).",
            "x = x + weights.MatMul(v).Linear(wOut); return x + norm.Forward(x).Linear(wInner)…",
        ],
    };

    private static Slip<WholeBlock> Slip(string says, BlockVariant variant) => new(variant.Run, says);

    private static HiddenInput Sized(int words, int width, int inner) => new($"{words} words of {width}", rng =>
    [
        Tensor.Randn(rng, width, width), Tensor.Randn(rng, width, width), Tensor.Randn(rng, width, width), Tensor.Randn(rng, width, width),
        Tensor.Randn(rng, inner, width), Tensor.Randn(rng, width, inner), Tensor.Randn(rng, words, width), Hidden(rng, words),
    ]);

    // Each word sees itself and one other at least, and something is hidden from it.
    private static Tensor Hidden(TorchRandom rng, int words)
    {
        var hide = new float[words, words];
        for (var row = 0; row < words; row++)
        {
            hide[row, (row + 1 + rng.Integer(0, words - 1)) % words] = 1;
        }

        return Tensor.FromArray(hide);
    }
}
