using BenchmarkDotNet.Attributes;
using SequenceModels.Layers;
using SequenceModels.Training;

namespace Benchmarks;

/// <summary>A training step of a fused LSTM beside the same equations composed of the tape's operations.</summary>
public class ComposedBenchmarks
{
    private IEnumerator<TrainingStep> _composed = null!, _fused = null!;

    [ParamsSource(nameof(Shapes))]
    public StepShape Shape { get; set; } = null!;

    public static IEnumerable<StepShape> Shapes => StepShape.All.Take(3);

    [GlobalSetup]
    public void Create()
    {
        _composed = TrainingSteps.Of(Shape, rng => new UnrolledMemory(new LstmCell(Shape.Inputs, Shape.Hidden, rng)))
            .GetEnumerator();
        _fused = TrainingSteps.OfLstm(Shape).GetEnumerator();
    }

    [Benchmark(Baseline = true)]
    public bool Composed() => _composed.MoveNext();

    [Benchmark]
    public bool Fused() => _fused.MoveNext();
}
