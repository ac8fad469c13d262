namespace SequenceModels.Layers;

/// <summary>One step of a network with two states, the hidden state h and a separate memory c: what an LSTM is.</summary>
/// <remarks>Derive from it for a cell of one's own; <see cref="UnrolledMemory"/> then runs it over sequences.</remarks>
public abstract class MemoryCell : Module
{
    /// <summary>The number of units, which is the width of both states.</summary>
    public abstract int HiddenSize { get; }

    /// <summary>The next states.</summary>
    /// <param name="x">The input at this step, (batch, inputs).</param>
    /// <param name="state">The hidden state and the cell state before, each (batch, hidden).</param>
    /// <returns>Both after, each (batch, hidden).</returns>
    public abstract (Tensor H, Tensor C) Forward(Tensor x, (Tensor H, Tensor C) state);
}
