namespace SequenceModels.Layers;

/// <summary>One step of the plain recurrent network (Elman 1990; torch.nn.RNNCell).
/// <code>
///   h' = tanh(W_ih x + b_ih + W_hh h + b_hh)
/// </code>
/// </summary>
public sealed class RnnCell : RecurrentCell
{
    private readonly RecurrentWeights _weights;
    private readonly Nonlinearity _nonlinearity;

    /// <summary>A cell with PyTorch's initial values: all four parameters uniform within ±1/√hidden.</summary>
    /// <param name="inputSize">The width of the input.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="nonlinearity">tanh or relu.</param>
    public RnnCell(int inputSize, int hiddenSize, TorchRandom rng, Nonlinearity nonlinearity = Nonlinearity.Tanh)
    {
        _nonlinearity = nonlinearity;
        _weights = new RecurrentWeights(Register, suffix: "", inputSize, hiddenSize, gates: 1, rng);
    }

    /// <inheritdoc/>
    public override int HiddenSize => WeightHh.Shape[1];

    /// <summary>W_ih, from the input, (hidden, inputs).</summary>
    public Parameter WeightIh => _weights.WeightIh;

    /// <summary>W_hh, from the state before, (hidden, hidden).</summary>
    public Parameter WeightHh => _weights.WeightHh;

    /// <summary>b_ih, (hidden).</summary>
    public Parameter BiasIh => _weights.BiasIh;

    /// <summary>b_hh, (hidden).</summary>
    public Parameter BiasHh => _weights.BiasHh;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">x is not (batch, inputs), h not (batch, hidden) of the same batch, or one is
    /// data that is not finite.</exception>
    public override Tensor Forward(Tensor x, Tensor h)
    {
        Expect.Shape(x, ["batch", WeightIh.Shape[1]]);
        Expect.Shape(h, [x.Shape[0], HiddenSize]);
        Expect.FiniteData(x);
        Expect.FiniteData(h);
        return Step(_weights, _nonlinearity, x.Linear(WeightIh, BiasIh), h);
    }

    /// <summary>The rest of the step, when the input's part is known: h' = tanh(fromX + W_hh h + b_hh).</summary>
    internal static Tensor Step(RecurrentWeights weights, Nonlinearity nonlinearity, Tensor fromX, Tensor h)
    {
        var sum = fromX + h.Linear(weights.WeightHh, weights.BiasHh);
        return nonlinearity == Nonlinearity.Tanh ? sum.Tanh() : sum.Relu();
    }
}
