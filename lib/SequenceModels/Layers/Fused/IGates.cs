using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>What one step of a recurrent network does to each unit by itself, once the matrix products are made: its
/// equations, and beside them their derivatives.</summary>
/// <remarks>Each equation is compiled by itself: into one method the runtime inlines about as much as the four gates of
/// an LSTM, and calls the rest, addition by addition.</remarks>
internal interface IGates
{
    /// <summary>How many gates' weights are stacked.</summary>
    static abstract int Count { get; }

    /// <summary>Whether a second state goes from step to step, as the c of an LSTM does.</summary>
    static abstract bool HasMemory { get; }

    /// <summary>Whether the sums from the state stay apart from those from the input, as in a GRU, which then
    /// notes one of them for each unit and step.</summary>
    static abstract bool KeepsApart { get; }

    /// <summary>From the sums to the state after the step; the gates replace their sums.</summary>
    static abstract void Forward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T>;

    /// <summary>From ∂/∂(state after the step) to ∂/∂(sums), and to what reaches the state before not through the
    /// sums.</summary>
    static abstract void Backward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T>;
}
