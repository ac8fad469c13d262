using SequenceModels.Layers.Fused;

namespace SequenceModels.Layers;

/// <summary>The LSTM over whole sequences (torch.nn.LSTM, batch first), of one or several layers; one step is
/// <see cref="LstmCell"/>'s.</summary>
public sealed class Lstm : StackedRecurrent
{
    /// <summary>A network with PyTorch's initial values, layer by layer.</summary>
    /// <param name="inputSize">The width of the input at each step.</param>
    /// <param name="hiddenSize">The number of units of each layer.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="forgetBias">If given, every forget gate starts with exactly this bias; see
    /// <see cref="LstmCell"/>.</param>
    /// <param name="bidirectional">Reads from both ends: outputs are twice as wide, and there are twice as many
    /// states.</param>
    public Lstm(
        int inputSize, int hiddenSize, TorchRandom rng, int layers = 1, float? forgetBias = null,
        bool bidirectional = false)
        : base(inputSize, hiddenSize, layers, gates: 4, rng, bidirectional)
    {
        foreach (var layer in Layers)
        {
            layer.SetBias(1, forgetBias);
        }
    }

    /// <summary>Each layer's cell, which shares the layer's parameters; of a bidirectional layer both, the forward one
    /// first.</summary>
    public IReadOnlyList<LstmCell> Cells => [.. Layers.Select(layer => new LstmCell(layer))];

    /// <summary>Runs over the sequences.</summary>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="start">The hidden and cell states before the first step, each (layers, batch, hidden); zeros if not
    /// given.</param>
    /// <param name="mask">0 where there is padding, which leaves the states as they were, (batch, length).</param>
    /// <returns>The last layer's hidden state after each step, (batch, length, hidden), and every layer's hidden and cell
    /// state after the last, each (layers, batch, hidden).</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, (Tensor HN, Tensor CN) Last) Forward(
        Tensor x, (Tensor H0, Tensor C0)? start = null, Tensor? mask = null)
    {
        var (output, last) = Run(x, start is var (h0, c0) ? new RecurrentState(h0, c0) : null, mask);
        return (output, (last.H, last.C!));
    }

    private protected override (Tensor States, Tensor? Memory) RunLayer(
        RecurrentWeights weights, Tensor x, Tensor h0, Tensor c0, Tensor? mask) =>
        FusedLayer<LstmGates>.Forward(weights, x, h0, c0, mask);
}
