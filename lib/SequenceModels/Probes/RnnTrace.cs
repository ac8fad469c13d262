using SequenceModels.Layers;

namespace SequenceModels.Probes;

/// <summary>What a plain recurrent cell does at each word of one sentence: the two parts of its sum, and its state, each
/// (length, hidden).</summary>
/// <param name="FromX">What the word gives, W_ih x + b_ih.</param>
/// <param name="FromH">What the state before gives, W_hh h + b_hh.</param>
/// <param name="H">The state after each word, tanh (or relu) of the sum.</param>
/// <param name="H0">The state before the first word, (hidden).</param>
/// <param name="Nonlinearity">What the cell ends each step with.</param>
public sealed record RnnTrace(Tensor FromX, Tensor FromH, Tensor H, Tensor H0, Nonlinearity Nonlinearity)
{
    /// <summary>Follows a cell over a sentence.</summary>
    /// <param name="cell">The cell; <c>rnn.Cells[0]</c> is a layer's, and the layer above reads this trace's H.</param>
    /// <param name="x">The inputs, (length, inputs) or (1, length, inputs).</param>
    /// <param name="h0">The state before the first word, (hidden); zeros if not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static RnnTrace Of(RnnCell cell, Tensor x, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        using (Tensor.NoGrad())
        {
            var start = Sentence.Start(h0, cell.HiddenSize, nameof(h0));
            Tensor[] words = [.. Sentence.Steps(x, cell.WeightIh.Shape[1])];
            var states = new List<Tensor> { start };
            foreach (var word in words)
            {
                states.Add(cell.Forward(word, states[^1]));
            }

            var (before, after) = (Tensor.Concat(states[..^1]), Tensor.Concat(states[1..]));
            return new RnnTrace(
                Tensor.Concat(words).Linear(cell.WeightIh, cell.BiasIh), before.Linear(cell.WeightHh, cell.BiasHh),
                after, start[0], cell.Nonlinearity);
        }
    }
}
