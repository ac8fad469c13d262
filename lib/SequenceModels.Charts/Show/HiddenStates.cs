using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>The course's pictures: each takes plain values and returns a Plotly.NET chart.</summary>
public static partial class Show
{
    /// <summary>The hidden state after each word, a column a word and a row a unit.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="states">The states h₁ … h_T, (words, units).</param>
    /// <exception cref="ArgumentException">No words, or not one state a word.</exception>
    public static GenericChart HiddenStates(IReadOnlyList<string> words, float[,] states)
    {
        StateMap.Require(words, states, nameof(states));
        return StateMap.Draw(
            "Hidden state after each word",
            "Follow a row to see one unit change; a column is all that the network remembers at that word.",
            words, states, bound: Math.Max(1, StateMap.Largest(states)), "h");
    }

    /// <inheritdoc cref="HiddenStates(IReadOnlyList{string}, float[,])" />
    /// <param name="words">The sentence.</param>
    /// <param name="states">The states h₁ … h_T, (words, units), or (1, words, units) for a batch of one.</param>
    public static GenericChart HiddenStates(IReadOnlyList<string> words, Tensor states) =>
        HiddenStates(words, StateMap.Table(states, nameof(states)));
}
