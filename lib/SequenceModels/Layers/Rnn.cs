using SequenceModels.Layers.Fused;

namespace SequenceModels.Layers;

/// <summary>The plain recurrent network over whole sequences (torch.nn.RNN, batch first), of one or several layers.
/// <code>
///   h_t = tanh(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh)      the layer above reads h_t as its x_t
/// </code>
/// </summary>
public sealed class Rnn : StackedRecurrent
{
    private readonly Nonlinearity _nonlinearity;

    /// <summary>A network with PyTorch's initial values, layer by layer.</summary>
    /// <param name="inputSize">The width of the input at each step.</param>
    /// <param name="hiddenSize">The number of units of each layer.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="nonlinearity">tanh or relu.</param>
    /// <param name="bidirectional">Reads from both ends: outputs are twice as wide, and there are twice as many
    /// states.</param>
    public Rnn(
        int inputSize, int hiddenSize, TorchRandom rng, int layers = 1, Nonlinearity nonlinearity = Nonlinearity.Tanh,
        bool bidirectional = false)
        : base(inputSize, hiddenSize, layers, gates: 1, rng, bidirectional) => _nonlinearity = nonlinearity;

    /// <summary>Each layer's cell, which shares the layer's parameters; of a bidirectional layer both, the forward one
    /// first.</summary>
    public IReadOnlyList<RnnCell> Cells => [.. Layers.Select(layer => new RnnCell(layer, _nonlinearity))];

    /// <summary>Runs over the sequences.</summary>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="h0">The states before the first step, (layers, batch, hidden); zeros if not given.</param>
    /// <param name="mask">0 where there is padding, which leaves the states as they were, (batch, length).</param>
    /// <returns>The last layer's state after each step, (batch, length, hidden), and every layer's after the last,
    /// (layers, batch, hidden).</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, Tensor HN) Forward(Tensor x, Tensor? h0 = null, Tensor? mask = null)
    {
        var (output, last) = Run(x, h0 is null ? null : new RecurrentState(h0), mask);
        return (output, last.H);
    }

    private protected override (Tensor States, Tensor? Memory) RunLayer(
        RecurrentWeights weights, Tensor x, Tensor h0, Tensor c0, Tensor? mask) =>
        _nonlinearity == Nonlinearity.Tanh
            ? FusedLayer<RnnGates<TanhEnd>>.Forward(weights, x, h0, c0, mask)
            : FusedLayer<RnnGates<ReluEnd>>.Forward(weights, x, h0, c0, mask);
}
