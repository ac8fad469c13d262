namespace SequenceModels.Layers;

/// <summary>One step of a network with memory: the next state from this step's input and the state before.</summary>
/// <remarks>Derive from it for a cell of one's own; <see cref="Unrolled"/> then runs it over sequences.</remarks>
public abstract class RecurrentCell : Module
{
    /// <summary>The number of units, which is the width of the state.</summary>
    public abstract int HiddenSize { get; }

    /// <summary>The next state.</summary>
    /// <param name="x">The input at this step, (batch, inputs).</param>
    /// <param name="h">The state before, (batch, hidden).</param>
    /// <returns>The state after, (batch, hidden).</returns>
    public abstract Tensor Forward(Tensor x, Tensor h);
}
