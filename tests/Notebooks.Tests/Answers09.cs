using Exercises;
using Lectures.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Notebooks.Tests;

/// <summary>What lesson 09's checks say to students' answers, each computed here as a student would.</summary>
public static class Answers09
{
    private static readonly Matrix<double> _scores = Lesson09.Queries * Lesson09.Keys.Transpose();

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson09.Weights, Softmax(_scores / 2) },
        { Lesson09.Weights, (Tensor.FromMatrix(_scores) / MathF.Sqrt(4)).Softmax() },
        { Lesson09.Mask, Seen((row, column) => row >= column) },
        { Lesson09.Mask, Enumerable.Range(0, 5).Select(n => Enumerable.Range(0, 5).Select(i => i <= n ? 1 : 0)).ToList() },
        { Lesson09.Mask, Tensor.FromMatrix(Matrix<double>.Build.Dense(5, 5, 1).LowerTriangle()) },
        { Lesson09.PositionVector, Waves(3, 0.03) },
        { Lesson09.PositionVector, (0.14, -0.99, 0.03, 1.0) },
        { Lesson09.Shape, (2, 8, 10, 10) },
        { Lesson09.Shape, "(2, 8, 10, 10)" },
        { Lesson09.Shape, new Shape(2, 8, 10, 10) },
        { Lesson09.Steps, (49, 1) },
        { Lesson09.Steps, new List<long> { 49, 1 } },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson09.Weights, Softmax(_scores), "Unscaled" },
        { Lesson09.Weights, Softmax(_scores / 4), "divided by its root" },
        { Lesson09.Weights, Softmax(_scores / Math.Sqrt(3)), "number of words" },
        { Lesson09.Weights, Softmax((_scores / 2).Transpose()).Transpose(), "wrong axis" },
        { Lesson09.Weights, Softmax(_scores.Transpose() / 2), "words looked at" },
        { Lesson09.Weights, _scores / 2, "softmax of each row is missing" },
        { Lesson09.Weights, (_scores / 2).PointwiseExp(), "Divide each row by its sum" },
        { Lesson09.Mask, Seen((row, column) => row > column), "no word sees itself" },
        { Lesson09.Mask, Seen((row, column) => row + 1 >= column), "sees the next one" },
        { Lesson09.Mask, Seen((row, column) => row <= column), "Turned round" },
        { Lesson09.Mask, Seen((row, column) => row < column), "places to hide" },
        { Lesson09.Mask, Seen((_, _) => true), "Nothing is hidden" },
        { Lesson09.PositionVector, Waves(Math.PI / 2 - 3, Math.PI / 2 - 0.03), "changed places" },
        { Lesson09.PositionVector, Waves(3, 3), "equally fast" },
        { Lesson09.PositionVector, Waves(3, 0.3), "2/4 and not 1/4" },
        { Lesson09.PositionVector, new[] { Math.Sin(3), Math.Cos(0.3), Math.Sin(0.03), Math.Cos(0.003) }, "share one" },
        { Lesson09.PositionVector, Waves(2, 0.02), "counted from 0" },
        { Lesson09.PositionVector, Waves(3, 300), "slower, not faster" },
        { Lesson09.Shape, (2, 10, 10), "Each head has its own" },
        { Lesson09.Shape, (8, 2, 10, 10), "batch comes first" },
        { Lesson09.Shape, (2, 8, 10, 8), "queries of each head" },
        { Lesson09.Shape, (2, 8, 8, 8), "number of heads" },
        { Lesson09.Steps, (50, 1), "Off by one" },
        { Lesson09.Steps, (49, 49), "looks at word 1 itself" },
        { Lesson09.Steps, (49, 50), "but at once" },
        { Lesson09.Steps, (1, 49), "RNN comes first" },
    };

    private static Matrix<double> Softmax(Matrix<double> scores) => Matrix<double>.Build.DenseOfRowVectors(
        scores.EnumerateRows().Select(row => row.PointwiseExp() / row.PointwiseExp().Sum()));

    private static double[] Waves(double fast, double slow) =>
        [Math.Sin(fast), Math.Cos(fast), Math.Sin(slow), Math.Cos(slow)];

    private static Matrix<double> Seen(Func<int, int, bool> seen) =>
        Matrix<double>.Build.Dense(5, 5, (row, column) => seen(row, column) ? 1 : 0);
}
