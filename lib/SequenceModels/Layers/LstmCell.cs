namespace SequenceModels.Layers;

/// <summary>One step of the LSTM (Hochreiter and Schmidhuber 1997; forget gate: Gers et al. 2000; torch.nn.LSTMCell).
/// <code>
///   i = σ(W_ii x + b_ii + W_hi h + b_hi)      f, o likewise
///   g = tanh(W_ig x + b_ig + W_hg h + b_hg)
///   c' = f ⊙ c + i ⊙ g
///   h' = o ⊙ tanh(c')
/// </code>
/// The weights of the gates are stacked in PyTorch's order i, f, g, o.
/// </summary>
public sealed class LstmCell : MemoryCell
{
    private readonly RecurrentWeights _weights;

    /// <summary>A cell with PyTorch's initial values: all four parameters uniform within ±1/√hidden.</summary>
    /// <param name="inputSize">The width of the input.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="forgetBias">If given, the forget gate starts with exactly this bias (b_if this, b_hf 0): at 0 it keeps
    /// half of the memory a step, at 3 it keeps 95 % (Jozefowicz et al. 2015).</param>
    public LstmCell(int inputSize, int hiddenSize, TorchRandom rng, float? forgetBias = null) =>
        (_weights = new RecurrentWeights(Register, suffix: "", inputSize, hiddenSize, gates: 4, rng)).SetBias(1, forgetBias);

    /// <summary>A layer's cell: the same parameters, under the cell's names.</summary>
    internal LstmCell(RecurrentWeights layer) => _weights = layer.Share(Register);

    /// <inheritdoc/>
    public override int HiddenSize => WeightHh.Shape[1];

    /// <summary>W_ii, W_if, W_ig, W_io, from the input, (4 hidden, inputs).</summary>
    public Parameter WeightIh => _weights.WeightIh;

    /// <summary>W_hi, W_hf, W_hg, W_ho, from the hidden state, (4 hidden, hidden).</summary>
    public Parameter WeightHh => _weights.WeightHh;

    /// <summary>b_ii, b_if, b_ig, b_io, (4 hidden).</summary>
    public Parameter BiasIh => _weights.BiasIh;

    /// <summary>b_hi, b_hf, b_hg, b_ho, (4 hidden).</summary>
    public Parameter BiasHh => _weights.BiasHh;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">x is not (batch, inputs), or a state not (batch, hidden).</exception>
    public override (Tensor H, Tensor C) Forward(Tensor x, (Tensor H, Tensor C) state)
    {
        var (i, f, g, o) = Gates(x, state.H);
        Expect.Shape(state.C, [x.Shape[0], HiddenSize], "c");
        Expect.FiniteData(state.C, "c");
        var c = f * state.C + i * g;
        return (o * c.Tanh(), c);
    }

    /// <summary>The input gate, the forget gate, the candidate and the output gate at one step, each (batch,
    /// hidden).</summary>
    /// <exception cref="ArgumentException">x is not (batch, inputs), or h not (batch, hidden).</exception>
    public (Tensor I, Tensor F, Tensor G, Tensor O) Gates(Tensor x, Tensor h)
    {
        Expect.Shape(x, ["batch", WeightIh.Shape[1]]);
        Expect.Shape(h, [x.Shape[0], HiddenSize]);
        Expect.FiniteData(x);
        Expect.FiniteData(h);
        var sums = x.Linear(WeightIh, BiasIh) + h.Linear(WeightHh, BiasHh);
        Tensor Gate(int index) => sums[.., (index * HiddenSize)..((index + 1) * HiddenSize)];
        return (Gate(0).Sigmoid(), Gate(1).Sigmoid(), Gate(2).Tanh(), Gate(3).Sigmoid());
    }
}
