namespace SequenceModels.Layers;

/// <summary>One step of the gated recurrent unit (Cho et al. 2014, arXiv:1406.1078; torch.nn.GRUCell).
/// <code>
///   r = σ(W_ir x + b_ir + W_hr h + b_hr)      z likewise
///   n = tanh(W_in x + b_in + r ⊙ (W_hn h + b_hn))
///   h' = (1 − z) ⊙ n + z ⊙ h
/// </code>
/// As in the paper (equation 7) and in PyTorch, z near 1 keeps; in Chung et al. 2014, arXiv:1412.3555, it is the other
/// way round. As in PyTorch, r multiplies after W_hn, in the published paper before it. The weights are stacked in
/// PyTorch's order r, z, n.
/// </summary>
public sealed class GruCell : RecurrentCell
{
    private readonly RecurrentWeights _weights;

    /// <summary>A cell with PyTorch's initial values: all four parameters uniform within ±1/√hidden.</summary>
    /// <param name="inputSize">The width of the input.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="updateBias">If given, the update gate starts with exactly this bias (b_iz this, b_hz 0): at 0 it keeps
    /// half of the state a step, at 3 it keeps 95 %.</param>
    public GruCell(int inputSize, int hiddenSize, TorchRandom rng, float? updateBias = null) =>
        (_weights = new RecurrentWeights(Register, suffix: "", inputSize, hiddenSize, gates: 3, rng)).SetBias(1, updateBias);

    /// <summary>A layer's cell: the same parameters, under the cell's names.</summary>
    internal GruCell(RecurrentWeights layer) => _weights = layer.Share(Register);

    /// <inheritdoc/>
    public override int HiddenSize => WeightHh.Shape[1];

    /// <summary>W_ir, W_iz, W_in, from the input, (3 hidden, inputs).</summary>
    public Parameter WeightIh => _weights.WeightIh;

    /// <summary>W_hr, W_hz, W_hn, from the state before, (3 hidden, hidden).</summary>
    public Parameter WeightHh => _weights.WeightHh;

    /// <summary>b_ir, b_iz, b_in, (3 hidden).</summary>
    public Parameter BiasIh => _weights.BiasIh;

    /// <summary>b_hr, b_hz, b_hn, (3 hidden).</summary>
    public Parameter BiasHh => _weights.BiasHh;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">x is not (batch, inputs), or h not (batch, hidden) of the same
    /// batch.</exception>
    public override Tensor Forward(Tensor x, Tensor h)
    {
        var (_, z, n) = Gates(x, h);
        return (1 - z) * n + z * h;
    }

    /// <summary>The reset gate, the update gate and the candidate at one step, each (batch, hidden).</summary>
    /// <exception cref="ArgumentException">x is not (batch, inputs), or h not (batch, hidden).</exception>
    public (Tensor R, Tensor Z, Tensor N) Gates(Tensor x, Tensor h)
    {
        Expect.Shape(x, ["batch", WeightIh.Shape[1]]);
        Expect.Shape(h, [x.Shape[0], HiddenSize]);
        Expect.FiniteData(x);
        Expect.FiniteData(h);
        var (fromX, fromH) = (x.Linear(WeightIh, BiasIh), h.Linear(WeightHh, BiasHh));
        Tensor Gate(Tensor sums, int index) => sums[.., (index * HiddenSize)..((index + 1) * HiddenSize)];
        var r = (Gate(fromX, 0) + Gate(fromH, 0)).Sigmoid();
        var z = (Gate(fromX, 1) + Gate(fromH, 1)).Sigmoid();
        return (r, z, (Gate(fromX, 2) + r * Gate(fromH, 2)).Tanh());
    }
}
