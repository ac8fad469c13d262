using SequenceModels.Layers;

namespace SequenceModels.Probes;

/// <summary>How far a loss at the end of a sequence reaches back: the norm of its gradient at the state of each step, for
/// any cell, one of your own for example.
/// <code>
///   h_t = cell(x_t, h_{t-1})      L = loss(h_T)
///   ∂L/∂h_t = ∂L/∂h_T · ∂h_T/∂h_{T-1} · … · ∂h_{t+1}/∂h_t
/// </code>
/// </summary>
/// <remarks>The cell's parameters keep their gradients. Parameters inside the loss collect theirs, as in any
/// Backward().</remarks>
public static class GradientProbe
{
    /// <summary>Measures a cell with one state.</summary>
    /// <param name="cell">The cell; <c>rnn.Cells[0]</c> is a layer's.</param>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="loss">Makes a single number of the last state, (batch, hidden).</param>
    /// <param name="h0">The state before the first step, (batch, hidden); zeros if not given.</param>
    /// <returns>The norms at h_0 … h_T.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static GradientFlow Through(RecurrentCell cell, Tensor x, Func<Tensor, Tensor> loss, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var states = new List<Tensor> { Start(h0, cell.HiddenSize, x) };
        return Measure(cell, x, loss, states, step => cell.Forward(step, states[^1]));
    }

    /// <summary>Measures a cell with one state; the loss is a sum of the last state's numbers with random weights, so that
    /// each counts differently.</summary>
    /// <inheritdoc cref="Through(RecurrentCell, Tensor, Func{Tensor, Tensor}, Tensor?)"/>
    public static GradientFlow Through(RecurrentCell cell, Tensor x, TorchRandom rng) =>
        Through(cell, x, WeightedSum(rng));

    /// <summary>Measures a cell with a memory c beside its state h. The gradient at h_t is the way through h_t alone, with
    /// c_t held; the one at c_t is everything that the memory passes on, h_t included.</summary>
    /// <param name="cell">The cell; <c>lstm.Cells[0]</c> is a layer's.</param>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="loss">Makes a single number of the last hidden state, (batch, hidden).</param>
    /// <param name="start">h and c before the first step, each (batch, hidden); zeros if not given.</param>
    /// <returns>The norms at h_0 … h_T and at c_0 … c_T.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static (GradientFlow H, GradientFlow C) Through(
        MemoryCell cell, Tensor x, Func<Tensor, Tensor> loss, (Tensor H, Tensor C)? start = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var states = new List<Tensor> { Start(start?.H, cell.HiddenSize, x) };
        var memories = new List<Tensor> { Start(start?.C, cell.HiddenSize, x) };
        var flow = Measure(cell, x, loss, states, step =>
        {
            var (h, c) = cell.Forward(step, (states[^1], memories[^1]));
            memories.Add(c);
            return h;
        });
        return (flow, GradientFlow.At(memories));
    }

    /// <summary>Measures a cell with a memory; the loss is a sum of the last hidden state's numbers with random
    /// weights.</summary>
    /// <inheritdoc cref="Through(MemoryCell, Tensor, Func{Tensor, Tensor}, ValueTuple{Tensor, Tensor}?)"/>
    public static (GradientFlow H, GradientFlow C) Through(MemoryCell cell, Tensor x, TorchRandom rng) =>
        Through(cell, x, WeightedSum(rng));

    private static GradientFlow Measure(
        Module cell, Tensor x, Func<Tensor, Tensor> loss, List<Tensor> states, Func<Tensor, Tensor> next)
    {
        ArgumentNullException.ThrowIfNull(loss);
        using (new FrozenParameters(cell))
        {
            for (var t = 0; t < x.Shape[1]; t++)
            {
                states.Add(next(x[.., t]));
            }

            loss(states[^1]).Backward();
        }

        return GradientFlow.At(states);
    }

    /// <summary>A copy to start from, so that a state of the caller's gets no gradient.</summary>
    private static Tensor Start(Tensor? state, int hidden, Tensor x)
    {
        Expect.Shape(x, ["batch", "length", "inputs"]);
        state ??= Tensor.Zeros(x.Shape[0], hidden);
        Expect.Shape(state, [x.Shape[0], hidden], "start");
        return state.Detach().RequireGrad();
    }

    private static Func<Tensor, Tensor> WeightedSum(TorchRandom rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        return h => (h * Tensor.Randn(rng, h.Shape)).Sum();
    }
}
