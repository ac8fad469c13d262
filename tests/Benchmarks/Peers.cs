using System.Diagnostics;
using SequenceModels.Numerics;
using SequenceModels.Training;

namespace Benchmarks;

/// <summary>Training steps timed as <c>LibTorch/Peers.cs</c> times its own, one line a shape, so that both can be set side by
/// side: best of the rounds.</summary>
internal static class Peers
{
    public static void Print(int threads)
    {
        Workers.Limit = threads;
        foreach (var shape in StepShape.All)
        {
            Print($"lstm-step {shape}", threads, shape.Hidden <= 64 ? 100 : 20, TrainingSteps.OfLstm(shape));
        }

        Print(
            "attention-step batch=64 source=16 target=17 embed=32 hidden=64", threads, 20, TrainingSteps.OfAttention());
        Print(
            "bahdanau-step batch=64 source=16 target=17 embed=32 hidden=64", threads, 20, TrainingSteps.OfBahdanau());
        foreach (var (length, width, steps) in new[] { (32, 64, 50), (64, 128, 20) })
        {
            Print(
                $"transformer-step batch=16 length={length} words=90 width={width} heads=4", threads, steps,
                TrainingSteps.OfTransformer(length, width));
        }

        Print("text-step batch=256 length=500 words=10000 embed=32 hidden=100", threads, 1, TrainingSteps.OfTexts());
    }

    private static void Print(string name, int threads, int steps, IEnumerable<TrainingStep> training)
    {
        using var step = training.GetEnumerator();
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin).TotalSeconds < 1;)
        {
            step.MoveNext(); // until the runtime has compiled again what runs often
        }

        var best = double.PositiveInfinity;
        for (var round = 0; round < 4; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < steps; i++)
            {
                step.MoveNext();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds / steps);
        }

        Console.WriteLine(FormattableString.Invariant($"{name} threads={threads} ms={best:0.000}"));
    }
}
