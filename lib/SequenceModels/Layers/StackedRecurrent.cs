namespace SequenceModels.Layers;

/// <summary>PyTorch's recurrent networks: one or several layers with stacked gates, each reading the states of the one
/// below. A bidirectional layer (Schuster and Paliwal 1997) is two, of which one reads from the end.
/// <code>
///   →h_t = cell(x_t, →h_{t-1})      ←h_t = cell'(x_t, ←h_{t+1})      output_t = [→h_t; ←h_t]
/// </code>
/// </summary>
public abstract class StackedRecurrent : RecurrentLayer
{
    private readonly RecurrentWeights[] _layers;
    private readonly string[] _directions;

    private protected StackedRecurrent(
        int inputSize, int hiddenSize, int layers, int gates, TorchRandom rng, bool bidirectional)
    {
        Expect.Positive(layers);
        (InputSize, HiddenSize, _directions) = (inputSize, hiddenSize, bidirectional ? ["", "_reverse"] : [""]);
        _layers =
        [
            .. from layer in Enumerable.Range(0, layers)
               from direction in _directions
               select new RecurrentWeights(Register, $"_l{layer}{direction}", layer == 0 ? inputSize : OutputSize,
                   hiddenSize, gates, rng),
        ];
    }

    /// <summary>The width of the input at each step.</summary>
    public int InputSize { get; }

    /// <inheritdoc/>
    public override int HiddenSize { get; }

    /// <inheritdoc/>
    public override int OutputSize => _directions.Length * HiddenSize;

    /// <summary>From the first to the last, of each the direction that reads forward, then the other.</summary>
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
        foreach (var layer in _layers.Index().Chunk(_directions.Length))
        {
            var below = steps;
            Tensor[] outputs = [.. layer.Select((weights, direction) => Read(weights, backward: direction == 1))];
            steps = outputs is [var only] ? only : Tensor.Concat(outputs, axis: -1);

            Tensor Read((int Index, RecurrentWeights Item) weights, bool backward)
            {
                var (h0, c0) = (start?.H[weights.Index] ?? zeros, start?.C?[weights.Index] ?? zeros);
                var (states, memory) = backward
                    ? RunLayer(weights.Item, below.Flip(0), h0, c0, mask?.Flip(1))
                    : RunLayer(weights.Item, below, h0, c0, mask);
                h.Add(states[^1..]);
                c.AddRange(memory is null ? [] : [memory]);
                return backward ? states.Flip(0) : states;
            }
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
