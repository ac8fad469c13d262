using Exercises.Functions;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent.Functions;

/// <summary>Backpropagation through time, of a plain RNN that starts from empty notes.</summary>
/// <param name="wIh">The weights of the word, hidden × input.</param>
/// <param name="wHh">The weights of the old state, hidden × hidden.</param>
/// <param name="words">What it reads, length × input.</param>
/// <param name="start">The state before the first word, hidden.</param>
/// <param name="dLast">The gradient of the loss with respect to the last state, hidden.</param>
/// <returns>The gradients of both matrices and of the start.</returns>
public delegate (Matrix<double> DWIh, Matrix<double> DWHh, Vector<double> DStart) ThroughTime(
    Matrix<double> wIh, Matrix<double> wHh, Matrix<double> words, Vector<double> start, Vector<double> dLast);

/// <summary>The way back through an RNN, written by the student; what is right, finite differences say.</summary>
internal static class Backpropagation
{
    private const double Step = 1e-5;

    public static FunctionExercise<ThroughTime> Exercise { get; } = new("your way back", ByDifferences)
    {
        Parts = ["dWIh", "dWHh", "dStart"],
        Inputs = [Sized(3, 4, 2), Sized(5, 1, 3), Sized(4, 3, 5), Sized(2, 2, 1)],
        Slips =
        [
            new(new BackwardLoop { Slope = _ => 1 }.Run,
                "The slope of tanh is missing: on its way through a step, the gradient is multiplied by 1 − h²."),
            new(new BackwardLoop { Slope = h => 1 - h }.Run, "The slope of tanh is 1 − h², not 1 − h."),
            new(new BackwardLoop { Slope = h => h * h }.Run, "The slope of tanh is 1 − h², not h²."),
            new(new BackwardLoop { Slope = h => 1 - Math.Pow(Math.Tanh(h), 2) }.Run,
                "h is what tanh gave: its slope is 1 − h², with no further tanh."),
            new(new BackwardLoop { Transposes = false }.Run,
                "On the way back the gradient goes through wHh transposed: wHh.Transpose() * dSum."),
            new(new BackwardLoop { GoesBack = false }.Run,
                "From step to step the gradient has to go through wHh as well: dH = wHh.Transpose() * dSum."),
            new(new BackwardLoop { Adds = false }.Run,
                "Only one step's term is left. The gradient of a matrix is the sum over all steps: add, with +=."),
            new(new BackwardLoop { OnlyLast = true }.Run, "That is the last step's term alone. Go back to the first word."),
            new(new BackwardLoop { Before = (states, _, t) => states[t] }.Run,
                "wHh multiplies the state *before* the step: its term has h of step t − 1, not of step t."),
            new(new BackwardLoop { Before = (states, start, t) => t > 0 ? states[t - 1] : 0 * start }.Run,
                "At the first step the state before is start. It is not always zero."),
            new(new BackwardLoop { Forwards = true }.Run,
                "The steps are walked from the first to the last. The gradient begins at the last state and goes back."),
            new(new BackwardLoop { Outer = (d, x) => x.OuterProduct(d) }.Run,
                "Both products are turned round: the rows belong to the units, so it is dSum.OuterProduct(…)."),
        ],
        Hints =
        [
            "Go from the last step to the first, with dH = dLast to begin with. Each step does three things: back "
            + "through tanh, a term for each matrix, back to the state before.",
            "Through tanh: dSum = dH.PointwiseMultiply(1 - h.PointwisePower(2)), with the h that this step gave. The terms are "
            + "outer products of dSum, with the word and with the state before.",
            "dWIh += dSum.OuterProduct(words.Row(t)); dWHh += dSum.OuterProduct(…); dH = wHh.Transpose() * dSum;",
        ],
    };

    // The loss is dLast · h_T: its gradient by the last state is dLast.
    private static (Matrix<double>, Matrix<double>, Vector<double>) ByDifferences(
        Matrix<double> wIh, Matrix<double> wHh, Matrix<double> words, Vector<double> start, Vector<double> dLast)
    {
        double Loss(Matrix<double> ih, Matrix<double> hh, Vector<double> h) =>
            dLast * words.EnumerateRows().Aggregate(h, (h, x) => (ih * x + hh * h).PointwiseTanh());
        return (Slopes(wIh, some => Loss(some, wHh, start)), Slopes(wHh, some => Loss(wIh, some, start)),
            Slopes(start.ToColumnMatrix(), some => Loss(wIh, wHh, some.Column(0))).Column(0));
    }

    private static Matrix<double> Slopes(Matrix<double> at, Func<Matrix<double>, double> loss) => at.MapIndexed((i, j, value) =>
    {
        double With(double moved)
        {
            var other = at.Clone();
            other[i, j] = moved;
            return loss(other);
        }

        return (With(value + Step) - With(value - Step)) / (2 * Step);
    }, Zeros.Include);

    private static HiddenInput Sized(int length, int inputs, int hidden) => new(
        $"{length} words of {inputs}, {hidden} units",
        rng =>
        [
            Draw.Matrix(rng, hidden, inputs) * 0.5, Draw.Matrix(rng, hidden, hidden) * 0.7, Draw.Matrix(rng, length, inputs),
            Draw.Vector(rng, hidden), Draw.Vector(rng, hidden),
        ]);
}
