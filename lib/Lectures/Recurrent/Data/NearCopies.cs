using SequenceModels.Tasks;

namespace Lectures.Recurrent.Data;

/// <summary>Texts that are nearly copies of each other.</summary>
internal static class NearCopies
{
    private const double Alike = 0.6; // of the words that two texts have together, in both

    /// <summary>Groups: two texts are in one if they have three fifths of their words in common, or if others between them
    /// have.</summary>
    public static IEnumerable<string[]> Of(IReadOnlyList<string> ids, Func<string, string> text)
    {
        HashSet<string>[] words =
            [.. ids.Select(id => Tokenizer.Split(text(id)).Where(word => word.Any(char.IsLetter)).ToHashSet())];
        var left = Enumerable.Range(0, ids.Count).ToList();
        while (left.Count > 0)
        {
            var group = new List<int> { left[0] };
            left.RemoveAt(0);
            for (var at = 0; at < group.Count; at++)
            {
                var near = left.Where(other => Common(words[group[at]], words[other]) >= Alike).ToArray();
                group.AddRange(near);
                left.RemoveAll(near.Contains);
            }

            yield return [.. group.Select(i => ids[i])];
        }
    }

    /// <summary>The share of words that both have, of those that either has.</summary>
    private static double Common(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return (double)both / Math.Max(1, one.Count + other.Count - both);
    }
}
