using Exercises;
using Lectures.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Notebooks.Tests;

/// <summary>What lesson 08's checks say to students' answers, each computed here as a student would.</summary>
public static class Answers08
{
    private static readonly Matrix<double>
        _wQuery = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0 }, { 0.5, -1 } }),
        _wKey = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 1 }, { -1, 0.5 } }),
        _scores = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 0, -1 }, { 0, 1, 3 } }),
        _states = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 0, 2 }, { -1, 1 } });

    private static readonly Vector<double>
        _v = Vector<double>.Build.Dense([2, -1]), _query = Vector<double>.Build.Dense([1, 0.5]),
        _key = Vector<double>.Build.Dense([0.2, 1]);

    private static readonly double[] _five = [2, 1, 0.5, 3, -1];

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson08.Score, 2 * Math.Tanh(2.1) - Math.Tanh(0.3) },
        { Lesson08.Score, _v * (_wQuery * _query + _wKey * _key).PointwiseTanh() },
        { Lesson08.Score, 1.65 },
        { Lesson08.Weights, Softmax(2, 1, 0.5, double.NegativeInfinity, double.NegativeInfinity) },
        { Lesson08.Weights, Tensor.FromArray([2f, 1, 0.5f, -1e9f, -1e9f]).Softmax() },
        { Lesson08.Weights, "(0.63, 0.23, 0.14, 0, 0)" },
        { Lesson08.Contexts, Tensor.FromMatrix(_scores).Softmax().MatMul(Tensor.FromMatrix(_states)) },
        { Lesson08.Contexts, new[] { Context(0), Context(1) } },
        { Lesson08.Parameters, 8256 },
        { Lesson08.Parameters, 64.0 * (64 + 64 + 1) },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson08.Score, _v * (_wQuery * _query + _wKey * _key), "The tanh is missing" },
        { Lesson08.Score, Math.Tanh(_v * (_wQuery * _query + _wKey * _key)), "before the product with v" },
        { Lesson08.Score, (_wQuery * _query + _wKey * _key).PointwiseTanh(), "A score is one" },
        { Lesson08.Score, _v * (_query * _wQuery + _key * _wKey).PointwiseTanh(), "transposed" },
        { Lesson08.Score, _v * (_wQuery * _query).PointwiseTanh(), "The key is missing" },
        { Lesson08.Score, _query.DotProduct(_key), "dot-product score" },
        { Lesson08.Weights, Softmax(_five), "Unmasked" },
        { Lesson08.Weights, Softmax(_five).Select((a, i) => i < 3 ? a : 0).ToArray(), "Masked too late" },
        { Lesson08.Weights, Softmax(2, 1, 0.5, 0, 0), "A score of 0 is not a weight of 0" },
        { Lesson08.Weights, new[] { 2 / 3.5, 1 / 3.5, 0.5 / 3.5, 0, 0 }, "exponential is missing" },
        { Lesson08.Weights, Softmax(2, 1, 0.5), "give all five" },
        { Lesson08.Weights, new[] { Math.Exp(2), Math.E, Math.Exp(0.5), 0, 0 }, "Not divided by their sum" },
        { Lesson08.Contexts, WrongAxis() * _states, "wrong axis" },
        { Lesson08.Contexts, _scores * _states, "become weights first" },
        { Lesson08.Contexts, _scores.PointwiseExp() * _states, "not divided" },
        { Lesson08.Contexts, (_scores.PointwiseExp().NormalizeRows(1) * _states).Transpose(), "Transposed" },
        { Lesson08.Contexts, _scores.PointwiseExp().NormalizeRows(1), "Those are the weights" },
        { Lesson08.Contexts, Context(0), "The second has one too" },
        { Lesson08.Parameters, 2 * 64 * 64, "v is missing" },
        { Lesson08.Parameters, 64 * 64 + 64, "two matrices" },
        { Lesson08.Parameters, 2 * 64 * 64 + 64 + 128, "no biases" },
        { Lesson08.Parameters, 64 * 64, "general form" },
        { Lesson08.Parameters, 0, "learns nothing of its own" },
    };

    private static double[] Softmax(params double[] scores) =>
        [.. scores.Select(score => Math.Exp(score) / scores.Sum(Math.Exp))];

    private static double[] Context(int t)
    {
        var a = Softmax(_scores.Row(t).ToArray());
        return [a[0] - a[2], 2 * a[1] + a[2]];
    }

    private static Matrix<double> WrongAxis() => Matrix<double>.Build.DenseOfColumnArrays(
        _scores.EnumerateColumns().Select(column => Softmax(column.ToArray())));
}
