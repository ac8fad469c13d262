using SequenceModels.Layers;

namespace SequenceModels.Probes;

/// <summary>What a GRU does at each word of one sentence: its gates, its candidate and its state, each (length,
/// hidden).</summary>
/// <param name="R">The reset gate: how much of the state the candidate sees.</param>
/// <param name="Z">The update gate: how much of the state is kept.</param>
/// <param name="N">The candidate.</param>
/// <param name="H">The state after each word.</param>
/// <param name="H0">The state before the first word, (hidden).</param>
public sealed record GruTrace(Tensor R, Tensor Z, Tensor N, Tensor H, Tensor H0)
{
    /// <summary>Follows a cell over a sentence.</summary>
    /// <param name="cell">The cell; <c>gru.Cells[0]</c> is a layer's, and the layer above reads this trace's H.</param>
    /// <param name="x">The inputs, (length, inputs) or (1, length, inputs).</param>
    /// <param name="h0">The state before the first word, (hidden); zeros if not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static GruTrace Of(GruCell cell, Tensor x, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        using (Tensor.NoGrad())
        {
            var start = Sentence.Start(h0, cell.HiddenSize, nameof(h0));
            var (state, steps) = (start, new List<((Tensor R, Tensor Z, Tensor N) Gates, Tensor H)>());
            foreach (var step in Sentence.Steps(x, cell.WeightIh.Shape[1]))
            {
                var gates = cell.Gates(step, state);
                state = cell.Forward(step, state);
                steps.Add((gates, state));
            }

            Tensor All(Func<((Tensor R, Tensor Z, Tensor N) Gates, Tensor H), Tensor> part) =>
                Tensor.Concat(steps.ConvertAll(step => part(step)));

            return new GruTrace(
                All(step => step.Gates.R), All(step => step.Gates.Z), All(step => step.Gates.N), All(step => step.H), start[0]);
        }
    }
}
