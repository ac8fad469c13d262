using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 03, vanishing gradients.</summary>
public static partial class Lesson03
{
    private static readonly double[] _halfToAlmostOne = [0.5, 0.7, 0.9, 0.99];

    private static readonly Matrix<double> _first = Step(0), _second = Step(1), _third = Step(2);

    /// <summary>The lecture's four factors below 1.</summary>
    public static IReadOnlyList<double> Factors => _halfToAlmostOne;

    /// <summary>The recurrent matrix of a network with two units.</summary>
    public static Matrix<double> WHh => Matrix<double>.Build.DenseOfArray(new[,] { { 0.9, -0.5 }, { 0.3, 0.8 } });

    /// <summary>That network's states h₁, h₂, h₃, a row each: 3 steps × 2 units.</summary>
    public static Matrix<double> States =>
        Matrix<double>.Build.DenseOfArray(new[,] { { 0.6, -0.2 }, { 0.8, 0.1 }, { -0.4, 0.5 } });

    /// <summary>Two gradients, a row each: one of norm 13 and one of norm 0.5.</summary>
    public static Matrix<double> Gradients =>
        Matrix<double>.Build.DenseOfArray(new[,] { { 3.0, -4, 12 }, { 0.3, 0, -0.4 } });

    /// <summary>After how many steps is less than 1 % left, for each of <see cref="Factors"/>?</summary>
    public static Exercise Below { get; } = new("steps until less than 1 % is left", StepsUntil(0.01))
    {
        Mistakes =
        [
            new(StepsUntil(0.01).Select(n => n - 1).ToArray(),
                "One step too few each: there 1 % or more is still left. Round up, not down."),
            new(StepsUntil(0.01).Select(n => n + 1).ToArray(),
                "One step too many each: it is already below 1 % a step earlier."),
            new(StepsUntil(0.1), "Those are the steps until less than 10 % is left. 1 % is 0.01."),
            new(StepsUntil(0.001), "Those are the steps until less than 0.1 % is left. 1 % is 0.01."),
            new(_halfToAlmostOne.Select(a => Math.Log(0.01) / Math.Log(a)).ToArray(),
                "The formula is right, but a number of steps is whole: "
                + "which whole number is the first that is enough?"),
            new(_halfToAlmostOne.Select(a => 0.01 / a).ToArray(),
                "A step multiplies by the factor, again and again: it is a power, not a product."),
            new(_halfToAlmostOne.Select(a => Math.Log(a) / Math.Log(0.01)).ToArray(),
                "The fraction is upside down: n = ln 0.01 / ln factor, then rounded up."),
        ],
        Hints =
        [
            "Which is the first n with factorⁿ < 0.01? The table above brackets it for 0.9: between 20 and 50.",
            "Multiply in a loop and count, or solve factorⁿ = 0.01 with logarithms: n · ln(factor) = ln(0.01).",
            "(int)Math.Ceiling(Math.Log(0.01) / Math.Log(factor)), for each factor.",
        ],
    };

    /// <summary>Backpropagation through time that the student writes.</summary>
    public static FunctionExercise<ThroughTime> OwnBackward => Backpropagation.Exercise;

    /// <summary>dh₃/dh₀ of the two-unit network.</summary>
    public static Exercise Product { get; } = new("dh₃/dh₀", _third * _second * _first)
    {
        Mistakes =
        [
            new(_first * _second * _third,
                "The order is reversed: dh₃/dh₀ = dh₃/dh₂ · dh₂/dh₁ · dh₁/dh₀, the last step on the left."),
            new(WHh * WHh * WHh, "The slopes of tanh are missing: each factor is diag(1 − h²) · W_hh."),
            new((_third * _second * _first).Transpose(), "That is the transpose: W_hh is not to be transposed here."),
            new(_third * _second, "That is dh₃/dh₁: one factor is missing. From h₀ to h₃ there are three steps."),
            new(_third, "That is the factor of one step. From h₀ to h₃ there are three."),
            new(_first + _second + _third, "The steps' factors are multiplied (chain rule), not added."),
            new(After(2) * After(1) * After(0),
                "diag stands on the left of W_hh: it scales its rows, since tanh comes after W_hh."),
            new(With(h => 1 - h), "The slope of tanh is 1 − h², not 1 − h."),
            new(With(h => h), "That multiplies by the states. The slope of tanh is 1 − h²."),
            new(With(h => 1 - Math.Pow(Math.Tanh(h), 2)),
                "h is what tanh gave: its slope is 1 − h², with no further tanh."),
            new(_third.PointwiseMultiply(_second).PointwiseMultiply(_first),
                "That multiplies number by number. A product of matrices is written a * b."),
        ],
        Hints =
        [
            "One step gives the factor diag(1 − h_t²) · W_hh, with the h_t of that step. "
            + "Compute the three factors first.",
            "Row t of States is h_{t+1}. StepFactor(h) gives the factor of one step; "
            + "multiply the three, the last step on the left.",
            "StepFactor(states.Row(2)) * StepFactor(…) * StepFactor(…)",
        ],
    };

    /// <summary>Both of <see cref="Gradients"/>, clipped to norm 1.</summary>
    public static Exercise Clipped { get; } = new(
        "both gradients, clipped", ClippedBy((g, norm) => norm > 1 ? g / norm : g))
    {
        Mistakes =
        [
            new(Gradients, "Nothing is clipped: the first gradient's norm is 13."),
            new(ClippedBy((g, norm) => g / norm),
                "The first is right. The second is shorter than the limit and must stay as it is: "
                + "clipping never lengthens."),
            new(ClippedBy((g, _) => g.Map(x => Math.Clamp(x, -1, 1))),
                "That clips each number by itself, and so turns the gradient. Scale all its numbers by one factor."),
            new(ClippedBy((g, norm) => norm > 1 ? g / (norm * norm) : g),
                "The norm is the root of the sum of squares: you divided by the sum of squares itself."),
            new(ClippedBy((g, norm) => norm > 1 ? g / g.L1Norm() : g),
                "You divided by the sum of the sizes (the L1 norm). The norm here is √(Σ g²)."),
            new(ClippedBy((g, norm) => norm > 1 ? g / g.InfinityNorm() : g),
                "You divided by the largest number. Divide by the norm, √(Σ g²)."),
            new(Gradients / Gradients.FrobeniusNorm(),
                "Those are two gradients of two steps. Clip each by its own norm."),
        ],
        Hints =
        [
            "Clipping keeps the direction: all numbers of a gradient are multiplied by the same factor.",
            "If the norm is above the limit, the factor is limit / norm; if not, the gradient stays.",
            "var norm = gradient.L2Norm(); then: norm > limit ? gradient * (limit / norm) : …",
        ],
    };

    private static int[] StepsUntil(double left) =>
        Array.ConvertAll(_halfToAlmostOne, factor => (int)Math.Ceiling(Math.Log(left) / Math.Log(factor)));

    private static Matrix<double> Slopes(int step, Func<double, double> slope) =>
        Matrix<double>.Build.DenseOfDiagonalVector(States.Row(step).Map(slope));

    private static Matrix<double> Step(int step) => Slopes(step, h => 1 - h * h) * WHh;

    private static Matrix<double> After(int step) => WHh * Slopes(step, h => 1 - h * h);

    private static Matrix<double> With(Func<double, double> slope) =>
        Slopes(2, slope) * WHh * Slopes(1, slope) * WHh * Slopes(0, slope) * WHh;

    private static Matrix<double> ClippedBy(Func<Vector<double>, double, Vector<double>> clip) =>
        Matrix<double>.Build.DenseOfRowVectors(Gradients.EnumerateRows().Select(g => clip(g, g.L2Norm())));
}
