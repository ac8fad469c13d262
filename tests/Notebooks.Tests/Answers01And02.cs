using Exercises;
using Lectures.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Notebooks.Tests;

/// <summary>What the checks of lessons 01 and 02 say to answers as students give them.</summary>
public static class Answers01And02
{
    private static readonly RnnCell _cell;
    private static readonly Vector<double> _x, _the, _h;
    private static readonly Matrix<double> _wIh, _wHh;
    private static readonly Vector<double> _bIh, _bHh;

    static Answers01And02()
    {
        var rng = new TorchRandom(42);
        _cell = new RnnCell(4, 3, rng);
        var embeddings = Tensor.Randn(rng, 4, 4);
        (_wIh, _wHh) = (_cell.WeightIh.ToMatrix(), _cell.WeightHh.ToMatrix());
        (_bIh, _bHh) = (_cell.BiasIh.ToVector(), _cell.BiasHh.ToVector());
        (_the, _x) = (embeddings[0].ToVector(), embeddings[1].ToVector());
        _h = (_wIh * _the + _bIh + _bHh).PointwiseTanh();
    }

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson01.Pair, ("It was Good, not bad!", "it was bad not good") },
        { Lesson01.Pair, new[] { "a b c", "c b a" } },
        { Lesson01.Mean, Enumerable.Range(0, 4).Select(i => (float)Lesson01.Vectors.Column(i).Average()).ToArray() },
        { Lesson01.Mean, Tensor.FromMatrix(Lesson01.Vectors).Mean(0) },
        { Lesson01.Twins, TwinsByLoop() },
        { Lesson02.Step, (_wIh * _x + _bIh + _wHh * _h + _bHh).PointwiseTanh() },
        { Lesson02.Step, new[] { -0.92, -0.63, 0.22 } },
        { Lesson02.OutputShape, (2, 10, 128) },
        { Lesson02.OutputShape, "(2, 10, 128)" },
        { Lesson02.HNShape, new Shape(1, 2, 128) },
        { Lesson02.Parameters, 24832.0 },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson01.Pair, ("it was good", "it was good"), "same order" },
        { Lesson01.Pair, ("it was good!", "It was good"), "same order" },
        { Lesson01.Pair, ("it was good", "it was good not great"), "second review has \"great\"" },
        { Lesson01.Pair, ("good good bad", "good bad bad"), "the first has \"good\" and the second \"bad\"" },
        { Lesson01.Pair, ("the film was good not bad", "the film was bad not good"), "words of your own" },
        { Lesson01.Pair, 7, "Two reviews are expected" },
        { Lesson01.Mean, Lesson01.Vectors.ColumnSums(), "divided by the number of words" },
        { Lesson01.Mean, Lesson01.Vectors.RowSums() / 4, "one mean for each word" },
        { Lesson01.Mean, Lesson01.Vectors.ColumnSums() / 5, "six words" },
        { Lesson01.Mean, Lesson01.Vectors.Enumerate().Average(), "all 24 numbers" },
        { Lesson01.Twins, Lesson01.Test.Intersect(Lesson01.Training).Count(), "another order" },
        { Lesson01.Twins, Lesson01.Test.Count, "every test review" },
        { Lesson01.Twins, Lesson01.Test.Count - TwinsByLoop(), "We count the others" },
        { Lesson01.Twins, TwinsByLoop() + 1, "one too many" },
        { Lesson02.Step, _wIh * _x + _bIh + _wHh * _h + _bHh, "before tanh" },
        { Lesson02.Step, (_wIh * _x + _bIh + _bHh).PointwiseTanh(), "old notes are missing" },
        { Lesson02.Step, (_wIh * _x + _bIh + _h * _wHh + _bHh).PointwiseTanh(), "transposed" },
        { Lesson02.Step, (_wIh * _x + _wHh * _h).PointwiseTanh(), "Both biases" },
        { Lesson02.Step, (_wIh * _the + _bIh + _wHh * _h + _bHh).PointwiseTanh(), "\"the\" twice" },
        { Lesson02.OutputShape, new[] { 10, 2, 128 }, "swapped" },
        { Lesson02.OutputShape, new[] { 2, 10, 64 }, "what goes in" },
        { Lesson02.OutputShape, (2, 128), "one for each word" },
        { Lesson02.HNShape, (2, 128), "for the layers" },
        { Lesson02.HNShape, (2, 1, 128), "comes first" },
        { Lesson02.HNShape, (2, 10, 128), "shape of output" },
        { Lesson02.Parameters, 128 * 64 + 128 * 128, "biases are missing" },
        { Lesson02.Parameters, 128 * 64 + 2 * 128, "W_hh is missing" },
        { Lesson02.Parameters, 248320, "length does not count" },
        { Lesson02.Parameters, 24833, "one too many" },
    };

    private static int TwinsByLoop()
    {
        var count = 0;
        foreach (var review in Lesson01.Test)
        {
            var letters = review.Split(' ').Order().ToList();
            count += Lesson01.Training.Any(other => other.Split(' ').Order().SequenceEqual(letters)) ? 1 : 0;
        }

        return count;
    }
}
