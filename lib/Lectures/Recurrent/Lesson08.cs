using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 08, attention.</summary>
public static partial class Lesson08
{
    private static readonly Matrix<double> _wQuery =
        Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0 }, { 0.5, -1 } });
    private static readonly Matrix<double> _wKey =
        Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 1 }, { -1, 0.5 } });
    private static readonly Vector<double> _v = Vector<double>.Build.Dense([2, -1]);
    private static readonly Vector<double> _query = Vector<double>.Build.Dense([1, 0.5]);
    private static readonly Vector<double> _key = Vector<double>.Build.Dense([0.2, 1]);

    private static readonly Vector<double> _maskedScores = Vector<double>.Build.Dense([2, 1, 0.5, 3, -1]);
    private static readonly Vector<double> _mask = Vector<double>.Build.Dense([1, 1, 1, 0, 0]);

    private static readonly Matrix<double> _scores =
        Matrix<double>.Build.DenseOfArray(new[,] { { 2, 0, -1 }, { 0, 1, 3.0 } });
    private static readonly Matrix<double> _states =
        Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0 }, { 0, 2 }, { -1, 1.0 } });

    /// <summary>The additive score of one pair of states.</summary>
    public static Exercise Score { get; } = new("the score", AdditiveScore())
    {
        Mistakes =
        [
            new(_v * (_wQuery * _query + _wKey * _key),
                "The tanh is missing. Without it the two matrices could only add up."),
            new(Math.Tanh(_v * (_wQuery * _query + _wKey * _key)),
                "The tanh comes before the product with v: each number of the sum goes through it."),
            new(_v * (_wQuery * _query).PointwiseTanh() + _v * (_wKey * _key).PointwiseTanh(),
                "One tanh of the sum, not the sum of two: query and key have to meet inside it."),
            new(_v * (_wQuery * _query).PointwiseTanh(), "The key is missing: the term with W_k."),
            new(_v * (_wKey * _key).PointwiseTanh(), "The query is missing: the term with W_q."),
            new((_wQuery * _query + _wKey * _key).PointwiseTanh(),
                "Those are two numbers, before the product with v. A score is one."),
            new((_wQuery * _query + _wKey * _key).PointwiseTanh().Sum(),
                "You added the numbers up. v weighs them first: v * (…)."),
            new(_v * (_query * _wQuery + _key * _wKey).PointwiseTanh(),
                "Both matrices are transposed: write wQuery * query, the matrix on the left."),
            new(_v * (_wQuery * _key + _wKey * _query).PointwiseTanh(), "Query and key are swapped."),
            new(_query * _key, "That is the dot-product score. Here the additive one is asked for."),
        ],
        Hints =
        [
            "From the inside out: two matrices times vectors, their sum, tanh, the product with v.",
            "In MathNet, v * w of two vectors is the sum of their products: one number.",
            "v * (wQuery * query + …).PointwiseTanh()",
        ],
    };

    /// <summary>The weights of three words and two places of padding.</summary>
    public static Exercise Weights { get; } = new(
        "the weights", Shares(_maskedScores.PointwiseExp().PointwiseMultiply(_mask)))
    {
        Mistakes =
        [
            new(Shares(_maskedScores.PointwiseExp()),
                "Unmasked: the two places of padding get weights too, the first one even the largest."),
            new(Shares(_maskedScores.PointwiseExp()).PointwiseMultiply(_mask),
                "Masked too late: the softmax had already given a part to the padding, so the three words' weights no "
                + "longer add up to 1."),
            new(Shares(_maskedScores.PointwiseMultiply(_mask).PointwiseExp()),
                "A score of 0 is not a weight of 0: e⁰ is 1. The padding still gets its part."),
            new(Shares(_maskedScores.PointwiseExp().PointwiseMultiply(1 - _mask)),
                "Turned round: a mask of 1 is a word, 0 is padding."),
            new(Shares(_maskedScores.PointwiseMultiply(_mask)),
                "The exponential is missing: those are shares of the scores themselves."),
            new(_maskedScores.PointwiseExp().PointwiseMultiply(_mask),
                "Not divided by their sum yet: weights add up to 1."),
            new(Shares(_maskedScores.SubVector(0, 3).PointwiseExp()),
                "The words' weights are right. Padding has weights too: give all five numbers."),
        ],
        Hints =
        [
            "exp of each score, then divide by the sum. The padding must have no part in that sum.",
            "Multiply the exponentials by the mask before you add them up.",
            "var parts = scores.PointwiseExp().PointwiseMultiply(mask); then parts / …",
        ],
    };

    /// <summary>The contexts of two words written, from their scores and the three states read.</summary>
    public static Exercise Contexts { get; } = new("the contexts", Softmax(_scores) * _states)
    {
        Mistakes =
        [
            new(_scores.PointwiseExp().NormalizeColumns(1) * _states,
                "Normalised over the wrong axis: the weights of each row, one word written, add up to 1."),
            new(_scores.PointwiseExp() / _scores.PointwiseExp().RowSums().Sum() * _states,
                "Each row has a softmax of its own; you divided by the sum of all six."),
            new(_scores * _states, "Those are the states weighed with the scores. They have to become weights first."),
            new(_scores.PointwiseExp() * _states, "The exponentials are not divided by their sum yet."),
            new((Softmax(_scores) * _states).Transpose(),
                "Transposed: a row for each word written, a column for each number of a state."),
            new(Softmax(_scores), "Those are the weights. The states still have to be mixed with them."),
            new((Softmax(_scores) * _states).ColumnSums(),
                "You added the two contexts up. Each word written has its own."),
            new((Softmax(_scores) * _states).Row(0), "That is the first word's context. The second has one too."),
            new(Matrix<double>.Build.Dense(2, 2, (_, j) => _states.Column(j).Average()),
                "That is the mean of the states, the same for every word: equal weights."),
        ],
        Hints =
        [
            "First the weights: exp of every score, then each row divided by its sum. Then mix the states.",
            "m.NormalizeRows(1) divides each row by the sum of its numbers. (With numbers above 0, that is.)",
            "scores.PointwiseExp().NormalizeRows(1) * …",
        ],
    };

    /// <summary>Additive attention with a mask that the student writes.</summary>
    public static FunctionExercise<LookBack> OwnAttention => Functions.OwnAttention.Exercise;

    /// <summary>The number of parameters of additive attention between states of 64 numbers.</summary>
    public static Exercise Parameters { get; } =
        new("parameters", new AdditiveAttention(64, 64, 64, new TorchRandom(0)).ParameterCount)
        {
            Mistakes =
            [
                new(2 * 64 * 64, "v is missing: 64 numbers."),
                new(64 * 64 + 64, "There are two matrices, one for the query and one for the key."),
                new(64 * 64, "That is one matrix, as in Luong's general form. The additive score has two, and v."),
                new(2 * 64 * 64 + 3 * 64, "There are no biases in the formula."),
                new(2 * 64 * 64 + 2 * 64, "v is one list of 64 numbers, and there are no biases."),
                new(3 * 64 * 64, "v is not a matrix: it turns 64 numbers into one."),
                new(0, "That is the dot product: it learns nothing of its own."),
            ],
            Hints =
            [
                "Which letters of the formula are learned?",
                "W_q turns 64 numbers into 64, W_k does too, and v turns 64 numbers into one.",
                "64 * 64 + … + 64",
            ],
        };

    private static double AdditiveScore()
    {
        var attention = new AdditiveAttention(2, 2, 2, new TorchRandom(0));
        attention.WeightQuery.CopyFrom(Tensor.FromMatrix(_wQuery));
        attention.WeightKey.CopyFrom(Tensor.FromMatrix(_wKey));
        attention.V.CopyFrom(Tensor.FromArray([.. _v.Select(value => (float)value)]));
        return attention.Score(Row(_query), Row(_key)).Item();

        static Tensor Row(Vector<double> state) => Tensor.FromMatrix(state.ToRowMatrix()).Unsqueeze(0);
    }

    private static Vector<double> Shares(Vector<double> parts) => parts / parts.Sum();

    private static Matrix<double> Softmax(Matrix<double> scores) => scores.PointwiseExp().NormalizeRows(1);
}
