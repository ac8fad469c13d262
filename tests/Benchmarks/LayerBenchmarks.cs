using BenchmarkDotNet.Attributes;
using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Numerics;
using SequenceModels.Training;

namespace Benchmarks;

/// <summary>Each recurrent network at the peers' shapes: a training step, and the forward pass alone.</summary>
public class LayerBenchmarks
{
    private readonly Workspace _workspace = new();
    private IEnumerator<TrainingStep> _training = null!;
    private RecurrentLayer _network = null!;
    private Tensor _x = null!;

    [Params("lstm", "gru", "rnn")]
    public string Network { get; set; } = "";

    [ParamsSource(nameof(Shapes))]
    public StepShape Shape { get; set; } = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    public static IEnumerable<StepShape> Shapes => StepShape.All;

    [GlobalSetup]
    public void Create()
    {
        Workers.Limit = Threads;
        var rng = new TorchRandom(1);
        _training = TrainingSteps.Of(Shape, Build).GetEnumerator();
        (_network, _x) = (Build(rng), Tensor.Randn(rng, Shape.Batch, Shape.Length, Shape.Inputs));

        RecurrentLayer Build(TorchRandom rng) => Network switch
        {
            "lstm" => new Lstm(Shape.Inputs, Shape.Hidden, rng),
            "gru" => new Gru(Shape.Inputs, Shape.Hidden, rng),
            _ => new Rnn(Shape.Inputs, Shape.Hidden, rng),
        };
    }

    [Benchmark]
    public bool TrainingStep() => _training.MoveNext();

    [Benchmark]
    public void Forward()
    {
        using (_workspace.Step())
        using (Tensor.NoGrad())
        {
            _network.Run(_x);
        }
    }
}
