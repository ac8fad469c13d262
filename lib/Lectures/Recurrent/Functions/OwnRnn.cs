using Exercises.Functions;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent.Functions;

/// <summary>An RNN as a function of its weights.</summary>
/// <param name="wIh">The weights of the word, hidden × input.</param>
/// <param name="wHh">The weights of the old state, hidden × hidden.</param>
/// <param name="bIh">The word's bias, hidden.</param>
/// <param name="bHh">The old state's bias, hidden.</param>
/// <param name="words">A row for each word, length × input.</param>
/// <returns>The state after each word, length × hidden.</returns>
public delegate Matrix<double> RnnOverWords(
    Matrix<double> wIh, Matrix<double> wHh, Vector<double> bIh, Vector<double> bHh, Matrix<double> words);

/// <summary>The whole loop of an RNN, written by the student.</summary>
internal static class OwnRnn
{
    private const string WordTransposed = "wIh is transposed: write wIh * x, the matrix on the left.";

    private delegate Vector<double> Step(
        Matrix<double> wIh, Matrix<double> wHh, Vector<double> bIh, Vector<double> bHh, Vector<double> x, Vector<double> h);

    public static FunctionExercise<RnnOverWords> Exercise { get; } = new("your RNN", Loop(Right))
    {
        Inputs = [Sized(3, 4, 2), Sized(4, 1, 3), Sized(5, 2, 5), Sized(2, 3, 1)],
        Slips =
        [
            new(Loop((wIh, wHh, bIh, bHh, x, h) => wIh * x + bIh + wHh * h + bHh),
                "The tanh is missing: each state is the tanh of the sum."),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (wIh * x + bIh + wHh * h + bHh).Map(SpecialFunctions.Logistic)),
                "That is the sigmoid of each sum. An RNN uses tanh."),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (wIh * x + wHh * h).PointwiseTanh()), "Both biases are missing."),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (wIh * x + bIh + wHh * h).PointwiseTanh()),
                "bHh is missing: there are two biases."),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (wIh * x + wHh * h + bHh).PointwiseTanh()),
                "bIh is missing: there are two biases."),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (wIh * x + bIh + h * wHh + bHh).PointwiseTanh()),
                "wHh is transposed: write wHh * h, the matrix on the left."),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (wIh.Transpose() * x + bIh + wHh * h + bHh).PointwiseTanh()), WordTransposed),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (x * wIh + bIh + wHh * h + bHh).PointwiseTanh()), WordTransposed),
            new(Loop((wIh, wHh, bIh, bHh, x, h) => (wIh * x + bIh + h + bHh).PointwiseTanh()),
                "wHh is missing: the old state goes through it before it is added."),
            new(Loop((wIh, wHh, bIh, bHh, x, _) => (wIh * x + bIh + bHh).PointwiseTanh()),
                "Each word is read with empty notes: the state has to go on from step to step."),
            new(Edited((words, states) => Backwards(states(Backwards(words)))),
                "Your loop reads the words from last to first."),
            new(Edited((words, states) => Backwards(states(words))), "The states are right, but in reverse order: row 0 is the first word's."),
            new(Edited((words, states) => states(words).RemoveRow(words.RowCount - 1).InsertRow(0, Zeros(states(words)))),
                "Each row is one step late: row t is the state after word t, so the empty start has no row."),
            new(Edited((words, states) => states(words).InsertRow(0, Zeros(states(words)))),
                "There is one row too many: the empty start is no state of a word."),
            new(Edited((words, states) => states(words).RemoveRow(words.RowCount - 1)),
                "The last word is not read: does the loop end one step too early?"),
            new(Edited((words, states) => states(words.RemoveRow(0))), "The first word is not read: begin with row 0."),
            new(Edited((words, states) => states(words).Row(words.RowCount - 1).ToRowMatrix()),
                "That is the last state alone. Give back a row for each word."),
            new(Edited((words, states) => Repeated(states(words), words.RowCount - 1)),
                "Every row is the last state: put each state into its row within the loop."),
        ],
        Hints =
        [
            "You wrote one step above. Now it stands in a loop over words.Row(t), and its result is the next step's h.",
            "Begin with h = Vector<double>.Build.Dense(wHh.RowCount), all zeros, and an empty matrix for the states: "
            + "Matrix<double>.Build.Dense(words.RowCount, wHh.RowCount).",
            "In the loop: h = (wIh * words.Row(t) + …).PointwiseTanh(); states.SetRow(t, h);",
        ],
    };

    private static Vector<double> Right(
        Matrix<double> wIh, Matrix<double> wHh, Vector<double> bIh, Vector<double> bHh, Vector<double> x, Vector<double> h) =>
        (wIh * x + bIh + wHh * h + bHh).PointwiseTanh();

    private static RnnOverWords Loop(Step step) => (wIh, wHh, bIh, bHh, words) =>
    {
        var h = Vector<double>.Build.Dense(wHh.RowCount);
        return Matrix<double>.Build.DenseOfRowVectors(
            words.EnumerateRows().Select(x => h = step(wIh, wHh, bIh, bHh, x, h)).ToArray());
    };

    private static RnnOverWords Edited(Func<Matrix<double>, Func<Matrix<double>, Matrix<double>>, Matrix<double>> edit) =>
        (wIh, wHh, bIh, bHh, words) => edit(words, some => Loop(Right)(wIh, wHh, bIh, bHh, some));

    private static Matrix<double> Backwards(Matrix<double> rows) =>
        Matrix<double>.Build.DenseOfRowVectors(rows.EnumerateRows().Reverse());

    private static Matrix<double> Repeated(Matrix<double> rows, int row) =>
        Matrix<double>.Build.DenseOfRowVectors(Enumerable.Repeat(rows.Row(row), rows.RowCount));

    private static Vector<double> Zeros(Matrix<double> states) => Vector<double>.Build.Dense(states.ColumnCount);

    private static HiddenInput Sized(int length, int inputs, int hidden) => new(
        $"{length} words of {inputs}, {hidden} units",
        rng =>
        [
            Draw.Matrix(rng, hidden, inputs), Draw.Matrix(rng, hidden, hidden), Draw.Vector(rng, hidden),
            Draw.Vector(rng, hidden), Draw.Matrix(rng, length, inputs),
        ]);
}
