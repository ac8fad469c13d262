using Exercises;
using Lectures.Recurrent;
using Lectures.Recurrent.Functions;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Notebooks.Tests;

/// <summary>Lesson 02's RNN as students write it.</summary>
public sealed class OwnRnn02
{
    public static TheoryData<RnnOverWords, string> Wrong => new()
    {
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, bHh, words, tanh: false), "tanh is missing" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, 0 * bIh, 0 * bHh, words), "Both biases are missing" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, 0 * bHh, words), "bHh is missing" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh.Transpose(), bIh, bHh, words), "wHh is transposed" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh.Transpose(), wHh, bIh, bHh, words), "wIh is transposed" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, 0 * wHh, bIh, bHh, words), "read with empty notes" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, bHh, words).SubMatrix(0, words.RowCount - 1, 0, bIh.Count), "last word is not read" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, bHh, words).Transpose(), "rows and columns are swapped" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, bHh, words).Row(words.RowCount - 1).ToRowMatrix(), "last state alone" },
        { (wIh, wHh, bIh, bHh, words) => -Mine(wIh, wHh, bIh, bHh, words), "sign is wrong" },
        { (_, _, _, _, _) => Matrix<double>.Build.Dense(3, 3, 0.5), "the same whatever the function is given" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, bHh, 0 * words), "the same whatever `wIh`, `words` are" },
        { (wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, bHh, words).Append(words), "the shape is (3, 6), expected (3, 2)" },
        { (_, _, bIh, _, words) => words.Row(words.RowCount).ToRowMatrix(), "the code stopped with ArgumentOutOfRangeException" },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson02.OwnRnn);

    [Fact]
    public void A_right_RNN_passes_however_it_is_written()
    {
        Assert.True(Lesson02.OwnRnn.Check((wIh, wHh, bIh, bHh, words) => Mine(wIh, wHh, bIh, bHh, words)).Passed);
        Assert.True(Lesson02.OwnRnn.Check((wIh, wHh, bIh, bHh, words) =>
        {
            var cell = new RnnCell(wIh.ColumnCount, wHh.RowCount, new TorchRandom(0));
            cell.WeightIh.CopyFrom(Tensor.FromMatrix(wIh));
            cell.WeightHh.CopyFrom(Tensor.FromMatrix(wHh));
            cell.BiasIh.CopyFrom(Tensor.FromMatrix(bIh.ToRowMatrix())[0]);
            cell.BiasHh.CopyFrom(Tensor.FromMatrix(bHh.ToRowMatrix())[0]);
            var (h, rows) = (Tensor.Zeros(1, wHh.RowCount), new List<Tensor>());
            foreach (var word in words.EnumerateRows())
            {
                rows.Add(h = cell.Forward(Tensor.FromMatrix(word.ToRowMatrix()), h));
            }

            return Tensor.Concat(rows, 0).ToMatrix();
        }).Passed);
    }

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_slip_is_told(RnnOverWords mine, string says) => JudgingFunctions.Says(Lesson02.OwnRnn, mine, says);

    [Fact]
    public void A_stub_is_not_answered_yet() =>
        Assert.Equal(Outcome.Unanswered, Lesson02.OwnRnn.Check((_, _, _, _, _) => throw new NotImplementedException()).Outcome);

    // A student's loops, number by number.
    private static Matrix<double> Mine(
        Matrix<double> wIh, Matrix<double> wHh, Vector<double> bIh, Vector<double> bHh, Matrix<double> words, bool tanh = true)
    {
        var states = Matrix<double>.Build.Dense(words.RowCount, bIh.Count);
        var h = new double[bIh.Count];
        for (var t = 0; t < words.RowCount; t++)
        {
            var next = (wIh * words.Row(t) + wHh * Vector<double>.Build.Dense(h) + bHh + bIh).ToArray();
            h = tanh ? [.. next.Select(Math.Tanh)] : next;
            states.SetRow(t, h);
        }

        return states;
    }
}
