namespace SequenceModels.Layers;

/// <summary>One step of the plain recurrent network (Elman 1990; torch.nn.RNNCell).
/// <code>
///   h' = tanh(W_ih x + b_ih + W_hh h + b_hh)
/// </code>
/// </summary>
public sealed class RnnCell : RecurrentCell
{
    private readonly RecurrentWeights _weights;

    /// <summary>A cell with PyTorch's initial values: all four parameters uniform within ±1/√hidden.</summary>
    /// <param name="inputSize">The width of the input.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="nonlinearity">tanh or relu.</param>
    public RnnCell(int inputSize, int hiddenSize, TorchRandom rng, Nonlinearity nonlinearity = Nonlinearity.Tanh)
    {
        Nonlinearity = nonlinearity;
        _weights = new RecurrentWeights(Register, suffix: "", inputSize, hiddenSize, gates: 1, rng);
    }

    /// <summary>A layer's cell: the same parameters, under the cell's names.</summary>
    internal RnnCell(RecurrentWeights layer, Nonlinearity nonlinearity) =>
        (_weights, Nonlinearity) = (layer.Share(Register), nonlinearity);

    /// <inheritdoc/>
    public override int HiddenSize => WeightHh.Shape[1];

    /// <summary>What ends a step.</summary>
    public Nonlinearity Nonlinearity { get; }

    /// <summary>W_ih, from the input, (hidden, inputs).</summary>
    public Parameter WeightIh => _weights.WeightIh;

    /// <summary>W_hh, from the state before, (hidden, hidden).</summary>
    public Parameter WeightHh => _weights.WeightHh;

    /// <summary>b_ih, (hidden).</summary>
    public Parameter BiasIh => _weights.BiasIh;

    /// <summary>b_hh, (hidden).</summary>
    public Parameter BiasHh => _weights.BiasHh;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">x is not (batch, inputs), or h not (batch, hidden) of the same
    /// batch.</exception>
    public override Tensor Forward(Tensor x, Tensor h)
    {
        Expect.Shape(x, ["batch", WeightIh.Shape[1]]);
        Expect.Shape(h, [x.Shape[0], HiddenSize]);
        Expect.FiniteData(x);
        Expect.FiniteData(h);
        var sum = x.Linear(WeightIh, BiasIh) + h.Linear(WeightHh, BiasHh);
        return Nonlinearity == Nonlinearity.Tanh ? sum.Tanh() : sum.Relu();
    }
}
