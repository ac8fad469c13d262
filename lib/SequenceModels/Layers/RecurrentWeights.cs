namespace SequenceModels.Layers;

/// <summary>The four parameters of one recurrent layer, drawn in PyTorch's order, uniform within ±1/√hidden; gates are
/// stacked.</summary>
internal sealed class RecurrentWeights
{
    public RecurrentWeights(
        Func<string, Tensor, Parameter> register, string suffix, int inputs, int hidden, int gates, TorchRandom rng)
    {
        Expect.Positive(inputs);
        Expect.Positive(hidden);
        var bound = (float)(1 / Math.Sqrt(hidden));
        WeightIh = register($"weight_ih{suffix}", Tensor.Uniform(rng, -bound, bound, gates * hidden, inputs));
        WeightHh = register($"weight_hh{suffix}", Tensor.Uniform(rng, -bound, bound, gates * hidden, hidden));
        BiasIh = register($"bias_ih{suffix}", Tensor.Uniform(rng, -bound, bound, gates * hidden));
        BiasHh = register($"bias_hh{suffix}", Tensor.Uniform(rng, -bound, bound, gates * hidden));
    }

    public Parameter WeightIh { get; }

    public Parameter WeightHh { get; }

    public Parameter BiasIh { get; }

    public Parameter BiasHh { get; }
}
