namespace SequenceModels.Layers;

/// <summary>PyTorch's recurrent networks: one or several layers with stacked gates, each reading the states of the one
/// below.</summary>
public abstract class StackedRecurrent : RecurrentLayer
{
    private readonly RecurrentWeights[] _layers;

    private protected StackedRecurrent(int inputSize, int hiddenSize, int layers, int gates, TorchRandom rng)
    {
        Expect.Positive(layers);
        (InputSize, HiddenSize) = (inputSize, hiddenSize);
        _layers = [.. Enumerable.Range(0, layers).Select(layer =>
            new RecurrentWeights(Register, $"_l{layer}", layer == 0 ? inputSize : hiddenSize, hiddenSize, gates, rng))];
    }

    /// <summary>The width of the input at each step.</summary>
    public int InputSize { get; }

    /// <inheritdoc/>
    public override int HiddenSize { get; }

    private protected IReadOnlyList<RecurrentWeights> Layers => _layers;

    /// <inheritdoc/>
    public override (Tensor Output, RecurrentState Last) Run(Tensor x, RecurrentState? start = null, Tensor? mask = null)
    {
        Expect.Shape(x, ["batch", "length", InputSize]);
        Expect.FiniteData(x);
        ExpectMask(mask, x);
        ExpectStart(start?.H, "h0", x);
        ExpectStart(start?.C, "c0", x);
        var (steps, h, c) = (x.Transpose(0, 1), new List<Tensor>(), new List<Tensor>());
        var zeros = Tensor.Zeros(x.Shape[0], HiddenSize);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var (h0, c0) = (start?.H[layer] ?? zeros, start?.C?[layer] ?? zeros);
            (steps, var memory) = RunLayer(_layers[layer], steps, h0, c0, mask);
            h.Add(steps[^1..]);
            c.AddRange(memory is null ? [] : [memory]);
        }

        return (steps.Transpose(0, 1), new RecurrentState(Joined(h), c.Count > 0 ? Joined(c) : null));
    }

    /// <summary>One layer, step by step: from x (length, batch, inputs) and states (batch, hidden) to the states after
    /// each step, (length, batch, hidden), and an LSTM's memory after the last, (1, batch, hidden).</summary>
    private protected abstract (Tensor States, Tensor? Memory) RunLayer(
        RecurrentWeights weights, Tensor x, Tensor h0, Tensor c0, Tensor? mask);

    private void ExpectStart(Tensor? state, string name, Tensor x)
    {
        if (state is not null)
        {
            Expect.Shape(state, [_layers.Length, x.Shape[0], HiddenSize], name);
            Expect.FiniteData(state, name);
        }
    }

    private static Tensor Joined(List<Tensor> layers) => layers.Count == 1 ? layers[0] : Tensor.Concat(layers);
}
