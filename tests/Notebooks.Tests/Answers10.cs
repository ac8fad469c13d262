using Exercises;
using Lectures.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Notebooks.Tests;

/// <summary>What lesson 10's checks say to students' answers, each computed here as a student would.</summary>
public static class Answers10
{
    private const int Table = 36 * 16, Block = 16 * 32 + 32 * 32 + 2 * 32, Scores = 32 * 2 + 2;

    private static readonly Vector<double> _kept = Lesson10.State.PointwiseMultiply(Lesson10.Kept);

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson10.SideBySide, 7842 },
        { Lesson10.SideBySide, Table + (14.0 * 16 * 32 + 32) + Scores },
        { Lesson10.Reader, 7042L },
        { Lesson10.Reader, Table + 4 * Block + Scores },
        { Lesson10.Dropped, Enumerable.Range(0, 6).Select(i => Lesson10.State[i] * Lesson10.Kept[i] * 4 / 3) },
        { Lesson10.Dropped, new[] { 0.8f, 0, 0.4f, -0.4f, 0, 0.16f } },
        { Lesson10.Dropped, Tensor.FromArray([0.8f, 0, 0.4f, -0.4f, 0, 0.16f]) },
        { Lesson10.Stopping, new[] { 70, 100 } },
        { Lesson10.Stopping, StoppedByALoop() },
        { Lesson10.Choice, (16, 32, 0.5f) },
        { Lesson10.Choice, new[] { 16, 32, 0.5 } },
        { Lesson10.Choice, Best(setting => setting.HeldOut.Sum()) },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson10.SideBySide, Table + (16 * 32 + 32) + Scores, "the network that averages" },
        { Lesson10.SideBySide, 14 * 16 * 32 + 32 + Scores, "table of word vectors is missing" },
        { Lesson10.SideBySide, Table + 14 * 16 * 32 + 32 * 2, "biases are missing" },
        { Lesson10.SideBySide, 35 * 16 + (14 * 16 * 32 + 32) + Scores, "padding has one too" },
        { Lesson10.SideBySide, 14 * Table + (14 * 16 * 32 + 32) + Scores, "The table is there once" },
        { Lesson10.Reader, Table + Block + Scores, "plain RNN" },
        { Lesson10.Reader, Table + 3 * Block + Scores, "make a GRU" },
        { Lesson10.Reader, Table + 4 * (Block - 32) + Scores, "One bias a block" },
        { Lesson10.Reader, Table + 14 * 4 * Block + Scores, "same weights at every word" },
        { Lesson10.Dropped, _kept, "not scaled up" },
        { Lesson10.Dropped, _kept / 0.25, "You divided by p" },
        { Lesson10.Dropped, _kept * 0.75, "You multiplied by 1 − p" },
        { Lesson10.Dropped, _kept * 6 / 4, "share kept this time" },
        { Lesson10.Dropped, (Lesson10.State - _kept) / 0.75, "Turned round" },
        { Lesson10.Stopping, (100, 70), "Turned round" },
        { Lesson10.Stopping, (70, 120), "trains to the end" },
        { Lesson10.Stopping, (40, 50), "patience of 1" },
        { Lesson10.Stopping, (6, 9), "places in the list" },
        { Lesson10.Stopping, (60, 90), "counts from 0" },
        { Lesson10.Choice, Best(setting => setting.Test), "best on the test" },
        { Lesson10.Choice, Best(setting => setting.HeldOut.Max()), "best single seed" },
        { Lesson10.Choice, Best(setting => setting.Hidden), "largest is not the best" },
        { Lesson10.Choice, 2, "a place in the list" },
    };

    private static (int, int, double) Best(Func<Lesson10.Setting, double> score) =>
        Lesson10.Settings.MaxBy(score) is { } best ? (best.Embedding, best.Hidden, best.Dropout) : default;

    private static (int Keep, int Stop) StoppedByALoop()
    {
        var (best, since, keep) = (double.PositiveInfinity, 0, 0);
        for (var n = 1; n <= Lesson10.HeldOutLoss.Count; n++)
        {
            var loss = Lesson10.HeldOutLoss[n - 1];
            (best, since, keep) = loss < best ? (loss, 0, 10 * n) : (best, since + 1, keep);
            if (since == 3)
            {
                return (keep, 10 * n);
            }
        }

        return (keep, 10 * Lesson10.HeldOutLoss.Count);
    }
}
