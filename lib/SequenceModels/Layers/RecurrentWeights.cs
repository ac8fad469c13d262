namespace SequenceModels.Layers;

/// <summary>The four parameters of one recurrent layer, drawn in PyTorch's order, uniform within ±1/√hidden; gates are
/// stacked.</summary>
internal sealed record RecurrentWeights(Parameter WeightIh, Parameter WeightHh, Parameter BiasIh, Parameter BiasHh)
{
    public RecurrentWeights(
        Func<string, Tensor, Parameter> register, string suffix, int inputs, int hidden, int gates, TorchRandom rng)
        : this(
            Drawn(register, $"weight_ih{suffix}", hidden, rng, gates * hidden, Above0(inputs)),
            Drawn(register, $"weight_hh{suffix}", hidden, rng, gates * hidden, hidden),
            Drawn(register, $"bias_ih{suffix}", hidden, rng, gates * hidden),
            Drawn(register, $"bias_hh{suffix}", hidden, rng, gates * hidden))
    {
    }

    /// <summary>The same parameters as parts of another module, under a cell's names.</summary>
    public RecurrentWeights Share(Func<string, Parameter, Parameter> register) => new(
        register("weight_ih", WeightIh), register("weight_hh", WeightHh),
        register("bias_ih", BiasIh), register("bias_hh", BiasHh));

    /// <summary>Gives a gate exactly one bias: the input's is it, the state's is 0. After the draws, which stay as they
    /// were.</summary>
    public void SetBias(int gate, float? bias)
    {
        if (bias is { } value)
        {
            Expect.Finite(value, "bias");
            var hidden = WeightHh.Shape[1];
            BiasIh.Values.Slice(gate * hidden, hidden).Fill(value);
            BiasHh.Values.Slice(gate * hidden, hidden).Clear();
        }
    }

    private static Parameter Drawn(
        Func<string, Tensor, Parameter> register, string name, int hidden, TorchRandom rng, params int[] shape)
    {
        Expect.Positive(hidden, "hiddenSize");
        var bound = (float)(1 / Math.Sqrt(hidden));
        return register(name, Tensor.Uniform(rng, -bound, bound, shape));
    }

    private static int Above0(int inputs)
    {
        Expect.Positive(inputs, "inputSize");
        return inputs;
    }
}
