namespace SequenceModels.Layers;

/// <summary>The function that a plain recurrent network ends each step with.</summary>
public enum Nonlinearity
{
    /// <summary>tanh, between −1 and 1.</summary>
    Tanh,

    /// <summary>max(x, 0).</summary>
    Relu,
}
