namespace SequenceModels.Layers;

/// <summary>Runs a cell with two states, one of your own for example, over sequences.
/// <code>
///   h_t, c_t = cell(x_t, (h_{t-1}, c_{t-1}))
/// </code>
/// </summary>
public sealed class UnrolledMemory : RecurrentLayer
{
    private readonly MemoryCell _cell;

    /// <summary>The loop over a cell, whose parameters it lists under <c>cell</c>.</summary>
    public UnrolledMemory(MemoryCell cell) => _cell = Register("cell", cell);

    /// <inheritdoc/>
    public override int HiddenSize => _cell.HiddenSize;

    /// <inheritdoc/>
    public override (Tensor Output, RecurrentState Last) Run(Tensor x, RecurrentState? start = null, Tensor? mask = null)
    {
        var (output, (h, c)) = Forward(x, start is { C: { } c0 } ? (start.H.Squeeze(0), c0.Squeeze(0)) : null, mask);
        return (output, new RecurrentState(h.Unsqueeze(0), c.Unsqueeze(0)));
    }

    /// <summary>Runs over the sequences.</summary>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="start">h and c before the first step, each (batch, hidden); zeros if not given.</param>
    /// <param name="mask">0 where there is padding, which leaves the states as they were, (batch, length).</param>
    /// <returns>h after each step, (batch, length, hidden), and both states after the last, each (batch,
    /// hidden).</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, (Tensor H, Tensor C) Last) Forward(
        Tensor x, (Tensor H, Tensor C)? start = null, Tensor? mask = null)
    {
        Expect.Shape(x, ["batch", "length", "inputs"]);
        ExpectMask(mask, x);
        var state = start ?? (Tensor.Zeros(x.Shape[0], HiddenSize), Tensor.Zeros(x.Shape[0], HiddenSize));
        var outputs = new List<Tensor>();
        for (var t = 0; t < x.Shape[1]; t++)
        {
            var (h, c) = _cell.Forward(x[.., t], state);
            state = (Carry(mask, t, h, state.H), Carry(mask, t, c, state.C));
            outputs.Add(state.H);
        }

        return (Tensor.Stack(outputs, axis: 1), state);
    }
}
