namespace SequenceModels.Layers;

/// <summary>A network that reads sequences step by step and has a state after each.</summary>
public abstract class RecurrentLayer : Module
{
    /// <summary>The number of units, which is the width of the state.</summary>
    public abstract int HiddenSize { get; }

    /// <summary>The width of an output: the state's, or twice that where two directions stand side by side.</summary>
    public virtual int OutputSize => HiddenSize;

    /// <summary>Runs over the sequences.</summary>
    /// <param name="x">The inputs, (batch, length, inputs).</param>
    /// <param name="start">The state before the first step; zeros if not given.</param>
    /// <param name="mask">Not 0 where there is a word, 0 where there is padding, (batch, length): padding leaves the state
    /// as it was, so the last state is the one after the last word.</param>
    /// <returns>The last layer's state after each step, (batch, length, output size), and the state after the
    /// last.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public abstract (Tensor Output, RecurrentState Last) Run(Tensor x, RecurrentState? start = null, Tensor? mask = null);

    /// <summary>The state after a step that padding skips: the next one where the mask is not 0, else the one
    /// before.</summary>
    private protected static Tensor Carry(Tensor? mask, int t, Tensor next, Tensor before) =>
        mask is null ? next : next.Where(mask[.., t].Unsqueeze(1), before);

    /// <summary>What the last layer knows when it has read all, (batch, output size): its last state, or both
    /// directions' side by side.</summary>
    internal Tensor Summary(RecurrentState last) => OutputSize == HiddenSize
        ? last.H[^1]
        : Tensor.Concat([last.H[^2], last.H[^1]], axis: 1);

    private protected static void ExpectMask(Tensor? mask, Tensor x)
    {
        if (mask is not null)
        {
            Expect.Shape(mask, [x.Shape[0], x.Shape[1]]);
        }
    }
}
