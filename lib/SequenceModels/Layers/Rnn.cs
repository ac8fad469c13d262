namespace SequenceModels.Layers;

/// <summary>The plain recurrent network over whole sequences (torch.nn.RNN, batch first), of one or several layers.
/// <code>
///   h_t = tanh(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh)      the layer above reads h_t as its x_t
/// </code>
/// </summary>
public sealed class Rnn : RecurrentLayer
{
    private readonly RecurrentWeights[] _layers;
    private readonly Nonlinearity _nonlinearity;

    /// <summary>A network with PyTorch's initial values, layer by layer.</summary>
    /// <param name="inputSize">The width of the input at each step.</param>
    /// <param name="hiddenSize">The number of units of each layer.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="nonlinearity">tanh or relu.</param>
    public Rnn(
        int inputSize, int hiddenSize, TorchRandom rng, int layers = 1, Nonlinearity nonlinearity = Nonlinearity.Tanh)
    {
        Expect.Positive(layers);
        (InputSize, HiddenSize, _nonlinearity) = (inputSize, hiddenSize, nonlinearity);
        _layers = [.. Enumerable.Range(0, layers).Select(layer =>
            new RecurrentWeights(Register, $"_l{layer}", layer == 0 ? inputSize : hiddenSize, hiddenSize, 1, rng))];
    }

    /// <summary>The width of the input at each step.</summary>
    public int InputSize { get; }

    /// <inheritdoc/>
    public override int HiddenSize { get; }

    /// <inheritdoc/>
    public override Tensor Outputs(Tensor x) => Forward(x).Output;

    /// <summary>Runs over the sequences.</summary>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="h0">The states before the first step, (layers, batch, hidden); zeros if not given.</param>
    /// <returns>The last layer's state after each step, (batch, length, hidden), and every layer's after the last,
    /// (layers, batch, hidden).</returns>
    /// <exception cref="ArgumentException">A shape does not fit, or data are not finite.</exception>
    public (Tensor Output, Tensor HN) Forward(Tensor x, Tensor? h0 = null)
    {
        Expect.Shape(x, ["batch", "length", InputSize]);
        Expect.FiniteData(x);
        h0 ??= Tensor.Zeros(_layers.Length, x.Shape[0], HiddenSize);
        Expect.Shape(h0, [_layers.Length, x.Shape[0], HiddenSize]);
        Expect.FiniteData(h0);
        var (output, last) = (x, new List<Tensor>());
        foreach (var weights in _layers)
        {
            var fromX = output.Linear(weights.WeightIh, weights.BiasIh);
            var (h, states) = (h0[last.Count], new List<Tensor>());
            for (var t = 0; t < x.Shape[1]; t++)
            {
                h = RnnCell.Step(weights, _nonlinearity, fromX[.., t], h);
                states.Add(h);
            }

            output = Tensor.Stack(states, axis: 1);
            last.Add(h);
        }

        return (output, Tensor.Stack(last));
    }
}
