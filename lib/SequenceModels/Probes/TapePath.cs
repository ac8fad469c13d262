namespace SequenceModels.Probes;

/// <summary>How far a result is from an input, counted in operations on the tape.</summary>
/// <param name="Shortest">The fewest operations on a way from the one to the other: what a signal must pass (Vaswani
/// et al. 2017, arXiv:1706.03762, table 1, "maximum path length").</param>
/// <param name="Longest">The most: each has to wait for the one before, so that no number of processors helps (there,
/// "sequential operations").</param>
/// <remarks>A tensor is one thing on the tape: a way through several vectors stacked counts, even if what follows picks
/// another of them. So give a recurrent cell its inputs one by one.</remarks>
public sealed record TapePath(int Shortest, int Longest)
{
    /// <summary>Counts the operations between two tensors.</summary>
    /// <param name="from">An input that asks for gradients, or something computed from one.</param>
    /// <param name="to">What was computed.</param>
    /// <exception cref="ArgumentException">The tape knows no way from the one to the other.</exception>
    public static TapePath Between(Tensor from, Tensor to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var found = new Dictionary<Tensor, TapePath?> { [from] = new(0, 0) };
        for (var open = new Stack<Tensor>([to]); open.TryPeek(out var node);)
        {
            var waiting = node.Parents.Where(parent => !found.ContainsKey(parent)).ToArray();
            Array.ForEach(waiting, open.Push);
            if (waiting.Length == 0)
            {
                var paths = node.Parents.Select(parent => found[parent]).OfType<TapePath>().ToArray();
                found.TryAdd(open.Pop(), paths.Length == 0 ? null : new(
                    1 + paths.Min(path => path.Shortest), 1 + paths.Max(path => path.Longest)));
            }
        }

        return found[to] ?? throw new ArgumentException(
            "The tape knows no way from the one tensor to the other: does from ask for gradients (RequireGrad), and "
            + "was to computed from it, outside NoGrad?", nameof(from));
    }
}
