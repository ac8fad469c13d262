using Exercises.Functions;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent.Functions;

/// <summary>Additive attention for one word to be written.</summary>
/// <param name="wQuery">The weights of the query, hidden × query width.</param>
/// <param name="wKey">The weights of a state, hidden × state width.</param>
/// <param name="v">What makes a score of the hidden layer, hidden.</param>
/// <param name="query">The decoder's state, query width.</param>
/// <param name="states">The encoder's states, a row a word.</param>
/// <param name="mask">1 for a word, 0 for padding, one for each row.</param>
/// <returns>The mixture of the states, and the weight of each.</returns>
public delegate (Vector<double> Context, Vector<double> Weights) LookBack(
    Matrix<double> wQuery, Matrix<double> wKey, Vector<double> v,
    Vector<double> query, Matrix<double> states, Vector<double> mask);

/// <summary>Additive attention with a mask, written by the student.</summary>
internal static class OwnAttention
{
    private const string QueryTransposed = "wQuery is transposed: write wQuery * query, the matrix on the left.";
    private const string KeyTransposed = "wKey is transposed: write wKey * state, the matrix on the left.";

    public static FunctionExercise<LookBack> Exercise { get; } = new("your attention", new AttentionVariant().Run)
    {
        Parts = ["context", "weights"],
        Inputs = [Sized(4, 3, 2, 5), Sized(6, 2, 5, 3), Sized(3, 4, 4, 4), Sized(5, 1, 3, 2)],
        Slips =
        [
            Slip("The mask is not used: padding gets weights, too.", new() { Parts = (scores, _) => scores.PointwiseExp() }),
            Slip("Masked too late: the softmax had already given a part to the padding, so the weights of the words no longer "
                + "add up to 1.", new() { Parts = (scores, _) => scores.PointwiseExp(), After = (weights, mask) => weights.PointwiseMultiply(mask) }),
            Slip("A score of 0 is not a weight of 0: e⁰ is 1. The padding still gets its part.",
                new() { Parts = (scores, mask) => scores.PointwiseMultiply(mask).PointwiseExp() }),
            Slip("The mask is added to the scores: with 1 and 0 that takes nothing away. Multiply the exponentials by it.",
                new() { Parts = (scores, mask) => (scores + mask).PointwiseExp() }),
            Slip("The mask is turned round: 1 is a word, 0 is padding.",
                new() { Parts = (scores, mask) => scores.PointwiseExp().PointwiseMultiply(1 - mask) }),
            Slip("The exponential is missing: those are shares of the scores themselves.",
                new() { Parts = (scores, mask) => scores.PointwiseMultiply(mask) }),
            Slip("The weights are not divided by their sum yet: they add up to 1.", new() { Divides = false }),
            Slip("The tanh is missing in the score.", new() { Score = (v, sum) => v * sum }),
            Slip("The tanh comes before the product with v: each number of the sum goes through it.",
                new() { Score = (v, sum) => Math.Tanh(v * sum) }),
            Slip("You added the numbers up. v weighs them first.", new() { Score = (_, sum) => sum.PointwiseTanh().Sum() }),
            Slip("The query is missing in the score: the term with wQuery.", new() { OfQuery = (w, query) => 0 * (w * query) }),
            Slip("The key is missing in the score: the term with wKey.", new() { OfKey = (w, key) => 0 * (w * key) }),
            Slip(QueryTransposed, new() { OfQuery = (w, query) => w.Transpose() * query }),
            Slip(QueryTransposed, new() { OfQuery = (w, query) => query * w }),
            Slip(KeyTransposed, new() { OfKey = (w, key) => w.Transpose() * key }),
            Slip(KeyTransposed, new() { OfKey = (w, key) => key * w }),
            Slip("That is the sum of the words' states. Each is multiplied by its weight.",
                new() { Mix = (_, states, mask) => mask * states }),
            Slip("That is the mean of the words' states: equal weights.",
                new() { Mix = (_, states, mask) => mask * states / mask.Sum() }),
            Slip("That is the last state. The context mixes all of them.",
                new() { Mix = (_, states, _) => states.Row(states.RowCount - 1) }),
            Slip("That is the state with the largest weight alone. The context mixes all of them.",
                new() { Mix = (weights, states, _) => states.Row(weights.MaximumIndex()) }),
            new((wQuery, wKey, v, query, states, mask) =>
            {
                var (context, weights) = new AttentionVariant().Run(wQuery, wKey, v, query, states, mask);
                return (weights, context);
            }, "The two have changed places: first the context, then the weights."),
        ],
        Hints =
        [
            "Three steps: a score for each row of states, weights from the scores and the mask, the weighted sum of the rows.",
            "Score: v * (wQuery * query + wKey * states.Row(i)).PointwiseTanh(), in a loop. Weights: exp of the scores, times the mask, "
            + "divided by their sum.",
            "var parts = scores.PointwiseExp().PointwiseMultiply(mask); var weights = parts / …; return (weights * states, weights);",
        ],
    };

    private static Slip<LookBack> Slip(string says, AttentionVariant variant) => new(variant.Run, says);

    private static HiddenInput Sized(int length, int query, int state, int hidden) => new(
        $"{length} states of {state}, a query of {query}, hidden {hidden}",
        rng =>
        {
            var words = rng.Integer(2, length);
            return
            [
                Draw.Matrix(rng, hidden, query), Draw.Matrix(rng, hidden, state), Draw.Vector(rng, hidden), Draw.Vector(rng, query),
                Draw.Matrix(rng, length, state), Vector<double>.Build.Dense(length, i => i < words ? 1 : 0),
            ];
        });
}
