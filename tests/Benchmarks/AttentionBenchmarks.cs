using BenchmarkDotNet.Attributes;
using SequenceModels;
using SequenceModels.Layers;

namespace Benchmarks;

/// <summary>Attention forward and backward, for 64 sentences of 16 words with 17
/// queries each.</summary>
public class AttentionBenchmarks
{
    private const int Batch = 64, Queries = 17, Length = 16, Width = 64;

    private readonly Workspace _workspace = new();
    private AdditiveAttention _additive = null!;
    private SelfAttention _self = null!;
    private Tensor _query = null!, _keys = null!, _mask = null!, _probe = null!, _probeOfKeys = null!;

    [GlobalSetup]
    public void Fill()
    {
        var rng = new TorchRandom(1);
        _additive = new AdditiveAttention(Width, Width, Width, rng);
        _self = new SelfAttention(Width, rng, heads: 4);
        (_query, _keys) = (Values(Queries).RequireGrad(), Values(Length).RequireGrad());
        (_probe, _probeOfKeys, _mask) = (Values(Queries), Values(Length), Tensor.Ones(Batch, Length));
        Tensor Values(int length) => Tensor.Randn(rng, Batch, length, Width);
    }

    [Benchmark(Baseline = true)]
    public void AdditiveAsItsEquation() => Step(() =>
    {
        var (q, k) = (_query.Linear(_additive.WeightQuery), _keys.Linear(_additive.WeightKey));
        return (q.Unsqueeze(2) + k.Unsqueeze(1)).Tanh().MatMul(_additive.V).Softmax().MatMul(_keys);
    }, _probe);

    [Benchmark]
    public void Additive() => Step(() => _additive.Forward(_query, _keys).Context, _probe);

    [Benchmark]
    public void AdditiveWithMask() => Step(() => _additive.Forward(_query, _keys, _mask).Context, _probe);

    [Benchmark]
    public void Self() => Step(() => _self.Forward(_keys).Output, _probeOfKeys);

    [Benchmark]
    public void SelfCausal() => Step(() => _self.Forward(_keys, causal: true).Output, _probeOfKeys);

    private void Step(Func<Tensor> result, Tensor probe)
    {
        using (_workspace.Step())
        {
            result().Backward(probe);
        }
    }
}
