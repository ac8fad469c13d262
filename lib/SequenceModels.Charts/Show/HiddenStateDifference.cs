using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How the hidden states change when the sentence does: the second's states minus the first's.</summary>
    /// <param name="words">The first sentence.</param>
    /// <param name="states">Its states, (words, units).</param>
    /// <param name="otherWords">The second sentence, of the same length.</param>
    /// <param name="otherStates">Its states, (words, units).</param>
    /// <exception cref="ArgumentException">The sentences or their states differ in size.</exception>
    public static GenericChart HiddenStateDifference(
        IReadOnlyList<string> words, float[,] states, IReadOnlyList<string> otherWords, float[,] otherStates)
    {
        StateMap.Require(words, states, nameof(states));
        StateMap.Require(otherWords, otherStates, nameof(otherStates));
        if (words.Count != otherWords.Count || states.GetLength(1) != otherStates.GetLength(1))
        {
            throw new ArgumentException(
                $"The states are {StateMap.Size(states)} and {StateMap.Size(otherStates)}: to subtract them, give two "
                + "sentences with equally many words, run through the same network.", nameof(otherStates));
        }

        var difference = new float[words.Count, states.GetLength(1)];
        for (var word = 0; word < words.Count; word++)
        {
            for (var unit = 0; unit < states.GetLength(1); unit++)
            {
                difference[word, unit] = otherStates[word, unit] - states[word, unit];
            }
        }

        var labels = words.Zip(otherWords, (one, other) => one == other ? one : $"{one} → {other}").ToArray();
        return StateMap.Draw(
            "What one change does to the hidden states", See(words, otherWords), labels, difference,
            StateMap.Largest(difference) is > 0 and var largest ? largest : 1, "change of h");
    }

    /// <inheritdoc cref="HiddenStateDifference(IReadOnlyList{string}, float[,], IReadOnlyList{string}, float[,])" />
    public static GenericChart HiddenStateDifference(
        IReadOnlyList<string> words, Tensor states, IReadOnlyList<string> otherWords, Tensor otherStates) =>
        HiddenStateDifference(
            words, StateMap.Table(states, nameof(states)),
            otherWords, StateMap.Table(otherStates, nameof(otherStates)));

    private static string See(IReadOnlyList<string> words, IReadOnlyList<string> others)
    {
        var first = words.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
        return first == words.Count
            ? "The two sentences are the same, so nothing changes."
            : $"Before “{others[first]}” nothing differs; from there on, see which units change, and for how long.";
    }
}
