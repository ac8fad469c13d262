namespace SequenceModels.Layers;

/// <summary>Anything that reads a sequence step by step and has a state after each.</summary>
public interface IRecurrentLayer
{
    /// <summary>The width of the state.</summary>
    int HiddenSize { get; }

    /// <summary>The states: inputs (batch, length, inputs) give (batch, length, hidden).</summary>
    Tensor Outputs(Tensor x);
}
