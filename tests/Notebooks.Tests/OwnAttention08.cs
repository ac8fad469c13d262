using Lectures.Recurrent;
using Lectures.Recurrent.Functions;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Notebooks.Tests;

/// <summary>Lesson 08's attention as students write it.</summary>
public sealed class OwnAttention08
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "no mask", "The mask is not used" },
        { "late mask", "Masked too late" },
        { "scores masked to 0", "e⁰ is 1" },
        { "mask inverted", "turned round" },
        { "no exp", "exponential is missing" },
        { "no sum", "divided by their sum" },
        { "no tanh", "tanh is missing" },
        { "no query", "query is missing" },
        { "transposed", "wQuery is transposed" },
        { "mean", "equal weights" },
        { "other way", "changed places" },
        { "row lost", "weights: the shape is (3), expected (4)" },
        { "ones", "the same whatever" },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson08.OwnAttention);

    [Fact]
    public void A_right_attention_passes_in_two_forms()
    {
        Assert.True(Lesson08.OwnAttention.Check(Mine("")).Passed);
        Assert.True(Lesson08.OwnAttention.Check((wQuery, wKey, v, query, states, mask) =>
        {
            var attention = new AdditiveAttention(query.Count, states.ColumnCount, v.Count, new TorchRandom(0));
            attention.WeightQuery.CopyFrom(Tensor.FromMatrix(wQuery));
            attention.WeightKey.CopyFrom(Tensor.FromMatrix(wKey));
            attention.V.CopyFrom(Tensor.FromVector(v));
            var (context, weights) = attention.Forward(
                Tensor.FromMatrix(query.ToRowMatrix()).Unsqueeze(0), Tensor.FromMatrix(states).Unsqueeze(0), Tensor.FromMatrix(mask.ToRowMatrix()));
            return (context[0, 0].ToVector(), weights[0, 0].ToVector());
        }).Passed);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_slip_is_told(string slip, string says) => JudgingFunctions.Says(Lesson08.OwnAttention, Mine(slip), says);

    private static LookBack Mine(string slip) => (wQuery, wKey, v, query, states, mask) =>
    {
        var q = slip switch { "no query" => 0 * (wQuery * query), "transposed" => query * wQuery, _ => wQuery * query };
        var scores = Vector<double>.Build.DenseOfEnumerable(states.EnumerateRows().Select(h => (q + wKey * h).Map(
            sum => slip == "no tanh" ? sum : Math.Tanh(sum)).DotProduct(v)));
        var parts = slip switch
        {
            "no exp" => mask.PointwiseMultiply(scores),
            "no mask" or "late mask" => scores.Map(Math.Exp),
            "scores masked to 0" => mask.PointwiseMultiply(scores).Map(Math.Exp),
            "mask inverted" => scores.Map(Math.Exp).PointwiseMultiply(1 - mask),
            _ => scores.Map(Math.Exp).PointwiseMultiply(mask),
        };
        var weights = slip == "no sum" ? parts : parts / parts.Sum();
        weights = slip == "late mask" ? weights.PointwiseMultiply(mask) : weights;
        var context = slip == "mean" ? states.TransposeThisAndMultiply(mask) / mask.Sum() : states.TransposeThisAndMultiply(weights);
        return slip switch
        {
            "other way" => (weights, context),
            "row lost" => (context, weights.SubVector(0, weights.Count - 1)),
            "ones" => (0 * context + 1, 0 * weights + 1),
            _ => (context, weights),
        };
    };
}
