using SequenceModels.Layers;

namespace SequenceModels.Probes;

/// <summary>What an LSTM does at each word of one sentence: its gates, its candidate and its states, each (length,
/// hidden).</summary>
/// <param name="I">The input gate: how much of the candidate is written.</param>
/// <param name="F">The forget gate: how much of the memory is kept.</param>
/// <param name="G">The candidate.</param>
/// <param name="O">The output gate: how much of the memory is shown.</param>
/// <param name="C">The memory after each word.</param>
/// <param name="H">The hidden state after each word.</param>
/// <param name="C0">The memory before the first word, (hidden).</param>
/// <param name="H0">The hidden state before the first word, (hidden).</param>
public sealed record LstmTrace(
    Tensor I, Tensor F, Tensor G, Tensor O, Tensor C, Tensor H, Tensor C0, Tensor H0)
{
    /// <summary>Follows a cell over a sentence.</summary>
    /// <param name="cell">The cell; <c>lstm.Cells[0]</c> is a layer's, and the layer above reads this trace's H.</param>
    /// <param name="x">The inputs, (length, inputs) or (1, length, inputs).</param>
    /// <param name="start">h and c before the first word, each (hidden); zeros if not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static LstmTrace Of(LstmCell cell, Tensor x, (Tensor H, Tensor C)? start = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        using (Tensor.NoGrad())
        {
            var h0 = Sentence.Start(start?.H, cell.HiddenSize, "h0");
            var c0 = Sentence.Start(start?.C, cell.HiddenSize, "c0");
            var state = (H: h0, C: c0);
            var steps = new List<((Tensor I, Tensor F, Tensor G, Tensor O) Gates, (Tensor H, Tensor C) State)>();
            foreach (var step in Sentence.Steps(x, cell.WeightIh.Shape[1]))
            {
                var gates = cell.Gates(step, state.H);
                state = cell.Forward(step, state);
                steps.Add((gates, state));
            }

            Tensor All(Func<((Tensor I, Tensor F, Tensor G, Tensor O) Gates, (Tensor H, Tensor C) State), Tensor> part) =>
                Tensor.Concat(steps.ConvertAll(step => part(step)));

            return new LstmTrace(
                All(step => step.Gates.I), All(step => step.Gates.F), All(step => step.Gates.G), All(step => step.Gates.O),
                All(step => step.State.C), All(step => step.State.H), c0[0], h0[0]);
        }
    }
}
