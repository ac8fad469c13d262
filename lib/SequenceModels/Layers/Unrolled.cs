namespace SequenceModels.Layers;

/// <summary>Runs a cell, one of your own for example, over sequences: the loop that every recurrent layer is.
/// <code>
///   h_t = cell(x_t, h_{t-1})
/// </code>
/// </summary>
public sealed class Unrolled : RecurrentLayer
{
    private readonly RecurrentCell _cell;

    /// <summary>The loop over a cell, whose parameters it lists under <c>cell</c>.</summary>
    public Unrolled(RecurrentCell cell) => _cell = Register("cell", cell);

    /// <inheritdoc/>
    public override int HiddenSize => _cell.HiddenSize;

    /// <inheritdoc/>
    public override (Tensor Output, RecurrentState Last) Run(Tensor x, RecurrentState? start = null, Tensor? mask = null)
    {
        var (output, h) = Forward(x, start?.H.Squeeze(0), mask);
        return (output, new RecurrentState(h.Unsqueeze(0)));
    }

    /// <summary>Runs over the sequences.</summary>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="h0">The state before the first step, (batch, hidden); zeros if not given.</param>
    /// <param name="mask">0 where there is padding, which leaves the state as it was, (batch, length).</param>
    /// <returns>The state after each step, (batch, length, hidden), and after the last, (batch, hidden).</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, Tensor HN) Forward(Tensor x, Tensor? h0 = null, Tensor? mask = null)
    {
        Expect.Shape(x, ["batch", "length", "inputs"]);
        ExpectMask(mask, x);
        var h = h0 ?? Tensor.Zeros(x.Shape[0], HiddenSize);
        var states = new List<Tensor>();
        for (var t = 0; t < x.Shape[1]; t++)
        {
            h = Carry(mask, t, _cell.Forward(x[.., t], h), h);
            states.Add(h);
        }

        return (Tensor.Stack(states, axis: 1), h);
    }
}
