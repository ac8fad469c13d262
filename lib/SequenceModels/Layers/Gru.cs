using SequenceModels.Layers.Fused;

namespace SequenceModels.Layers;

/// <summary>The gated recurrent unit over whole sequences (torch.nn.GRU, batch first), of one or several layers; one step
/// is <see cref="GruCell"/>'s.</summary>
public sealed class Gru : StackedRecurrent
{
    /// <summary>A network with PyTorch's initial values, layer by layer.</summary>
    /// <param name="inputSize">The width of the input at each step.</param>
    /// <param name="hiddenSize">The number of units of each layer.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="updateBias">If given, every update gate starts with exactly this bias; see
    /// <see cref="GruCell"/>.</param>
    /// <param name="bidirectional">Reads from both ends: outputs are twice as wide, and there are twice as many
    /// states.</param>
    public Gru(
        int inputSize, int hiddenSize, TorchRandom rng, int layers = 1, float? updateBias = null,
        bool bidirectional = false)
        : base(inputSize, hiddenSize, layers, gates: 3, rng, bidirectional)
    {
        foreach (var layer in Layers)
        {
            layer.SetBias(1, updateBias);
        }
    }

    /// <summary>Each layer's cell, which shares the layer's parameters; of a bidirectional layer both, the forward one
    /// first.</summary>
    public IReadOnlyList<GruCell> Cells => [.. Layers.Select(layer => new GruCell(layer))];

    /// <inheritdoc cref="Rnn.Forward"/>
    public (Tensor Output, Tensor HN) Forward(Tensor x, Tensor? h0 = null, Tensor? mask = null)
    {
        var (output, last) = Run(x, h0 is null ? null : new RecurrentState(h0), mask);
        return (output, last.H);
    }

    private protected override (Tensor States, Tensor? Memory) RunLayer(
        RecurrentWeights weights, Tensor x, Tensor h0, Tensor c0, Tensor? mask) =>
        FusedLayer<GruGates>.Forward(weights, x, h0, c0, mask);
}
