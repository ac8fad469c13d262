namespace SequenceModels.Layers;

/// <summary>A network that reads sequences step by step and has a state after each.</summary>
public abstract class RecurrentLayer : Module
{
    /// <summary>The number of units, which is the width of the state.</summary>
    public abstract int HiddenSize { get; }

    /// <summary>The states after each step: inputs (batch, length, inputs) give (batch, length, hidden).</summary>
    public abstract Tensor Outputs(Tensor x);
}
