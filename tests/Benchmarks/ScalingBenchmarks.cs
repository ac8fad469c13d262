using BenchmarkDotNet.Attributes;
using SequenceModels.Training;

namespace Benchmarks;

/// <summary>How the training step of an LSTM grows with the length, the width and the batch.</summary>
public class ScalingBenchmarks
{
    private IEnumerator<TrainingStep> _training = null!;

    [ParamsSource(nameof(Shapes))]
    public StepShape Shape { get; set; } = null!;

    public static IEnumerable<StepShape> Shapes =>
    [
        .. new[] { 100, 200, 400 }.Select(length => new StepShape(16, length, 16, 32)),
        .. new[] { 16, 32, 64, 128, 256 }.Select(hidden => new StepShape(16, 20, 16, hidden)),
        .. new[] { 1, 4, 16, 64 }.Select(batch => new StepShape(batch, 20, 32, 64)),
    ];

    [GlobalSetup]
    public void Create() => _training = TrainingSteps.OfLstm(Shape).GetEnumerator();

    [Benchmark]
    public bool TrainingStep() => _training.MoveNext();
}
