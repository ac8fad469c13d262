namespace SequenceModels.Probes;

/// <summary>The one sequence that a trace follows.</summary>
internal static class Sentence
{
    /// <summary>The inputs step by step, each (1, inputs), of x (length, inputs) or (1, length, inputs).</summary>
    public static IEnumerable<Tensor> Steps(Tensor x, int inputs)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape.Rank is not (2 or 3) || x.Shape[^1] != inputs || (x.Shape.Rank == 3 && x.Shape[0] != 1))
        {
            throw new ArgumentException(
                $"x is {x.Shape}, expected (length, {inputs}) or (1, length, {inputs}): a trace follows one sentence; "
                + "of a batch take one, x[0].", nameof(x));
        }

        var rows = x.Reshape(-1, 1, inputs);
        return Enumerable.Range(0, rows.Shape[0]).Select(t => rows[t]);
    }

    /// <summary>A state of (hidden) numbers in any shape as (1, hidden); zeros if there is none.</summary>
    public static Tensor Start(Tensor? state, int hidden, string name)
    {
        state ??= Tensor.Zeros(hidden);
        return state.Shape.Size == hidden ? state.Reshape(1, hidden)
            : throw new ArgumentException($"{name} is {state.Shape}, expected ({hidden}) or (1, {hidden}).", name);
    }
}
