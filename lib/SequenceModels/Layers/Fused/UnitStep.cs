namespace SequenceModels.Layers.Fused;

/// <summary>One step of one sequence: where its rows lie. Rows of gates hold one gate after the other.</summary>
internal unsafe struct UnitStep
{
    /// <summary>W_ih x, and where the state's sums are not kept apart + W_hh h; then the gates.</summary>
    public float* Gates;

    /// <summary>W_hh h where it is kept apart.</summary>
    public float* FromState;

    public float* BiasIh, BiasHh;

    /// <summary>The states before and after.</summary>
    public float* Before, After;

    /// <summary>What is kept beside the state, before and after: an LSTM's c, a GRU's W_hn h + b_hn.</summary>
    public float* MemoryBefore, Memory;

    /// <summary>∂loss/∂(state after), without what comes back from later steps.</summary>
    public float* DAfter;

    /// <summary>∂loss/∂state and ∂loss/∂c as they come back from later steps; then what goes on to the
    /// step before.</summary>
    public float* DState, DMemory;

    /// <summary>∂loss/∂(sums), from the input and from the state.</summary>
    public float* DSums, DFromState;
}
