using Exercises;
using Lectures.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Notebooks.Tests;

/// <summary>What lesson 03's checks say to answers as students give them.</summary>
public static class Answers03
{
    private static readonly Matrix<double> _w = Lesson03.WHh;

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson03.Below, new[] { 7, 13, 44, 459 } },
        { Lesson03.Below, "(7, 13, 44, 459)" },
        { Lesson03.Below, Lesson03.Factors.Select(CountedInALoop) },
        { Lesson03.Below, Lesson03.Factors.Select(factor => Math.Ceiling(Math.Log(0.01, factor))).ToList() },
        { Lesson03.Product, Factor(2) * Factor(1) * Factor(0) },
        { Lesson03.Product, ByLoop() },
        { Lesson03.Product, Tensor.FromMatrix(Factor(2)).MatMul(Tensor.FromMatrix(Factor(1) * Factor(0))) },
        { Lesson03.Clipped, (Scaled(0, 1 / 13.0), Lesson03.Gradients.Row(1)) },
        { Lesson03.Clipped, new[,] { { 3 / 13f, -4 / 13f, 12 / 13f }, { 0.3f, 0, -0.4f } } },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson03.Below, new[] { 6, 12, 43, 458 }, "One step too few" },
        { Lesson03.Below, new[] { 8, 14, 45, 460 }, "One step too many" },
        { Lesson03.Below, new[] { 4, 7, 22, 230 }, "less than 10 %" },
        { Lesson03.Below, Lesson03.Factors.Select(factor => Math.Log(0.01) / Math.Log(factor)), "whole" },
        { Lesson03.Below, new[] { 7, 13, 44 }, "4" },
        { Lesson03.Product, Factor(0) * Factor(1) * Factor(2), "order is reversed" },
        { Lesson03.Product, _w.Power(3), "slopes of tanh are missing" },
        { Lesson03.Product, Factor(2) * Factor(1), "one factor is missing" },
        { Lesson03.Product, Factor(2) + Factor(1) + Factor(0), "not added" },
        { Lesson03.Product, (Factor(2) * Factor(1) * Factor(0)).Transpose(), "transpose" },
        { Lesson03.Product, Factor(2, h => 1 - h) * Factor(1, h => 1 - h) * Factor(0, h => 1 - h), "not 1 − h" },
        { Lesson03.Product, _w * Slopes(2) * _w * Slopes(1) * _w * Slopes(0), "on the left of W_hh" },
        { Lesson03.Product, 0.9 * 0.9 * 0.9, "(2, 2)" },
        { Lesson03.Clipped, Lesson03.Gradients, "Nothing is clipped" },
        { Lesson03.Clipped, (Scaled(0, 1 / 13.0), Scaled(1, 2)), "never lengthens" },
        { Lesson03.Clipped, (new[] { 1.0, -1, 1 }, new[] { 0.3, 0, -0.4 }), "each number by itself" },
        { Lesson03.Clipped, (Scaled(0, 1 / 169.0), Scaled(1, 1)), "sum of squares itself" },
        { Lesson03.Clipped, (Scaled(0, 1 / 19.0), Scaled(1, 1)), "L1 norm" },
        { Lesson03.Clipped, (Scaled(0, 1 / 12.0), Scaled(1, 1)), "largest number" },
    };

    private static int CountedInALoop(double factor)
    {
        var (n, left) = (0, 1.0);
        while (left >= 0.01)
        {
            (n, left) = (n + 1, left * factor);
        }

        return n;
    }

    private static float[,] ByLoop()
    {
        var product = new float[,] { { 1, 0 }, { 0, 1 } };
        for (var t = 0; t < 3; t++)
        {
            var next = new float[2, 2];
            for (var (i, n) = (0, 2); i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var h = (float)Lesson03.States[t, i];
                    next[i, j] = (1 - h * h) * ((float)_w[i, 0] * product[0, j] + (float)_w[i, 1] * product[1, j]);
                }
            }

            product = next;
        }

        return product;
    }

    private static Matrix<double> Factor(int step, Func<double, double>? slope = null) => Slopes(step, slope) * _w;

    private static Matrix<double> Slopes(int step, Func<double, double>? slope = null) =>
        Matrix<double>.Build.DenseOfDiagonalVector(Lesson03.States.Row(step).Map(slope ?? (h => 1 - h * h)));

    private static Vector<double> Scaled(int row, double factor) => Lesson03.Gradients.Row(row) * factor;
}
