namespace SequenceModels.Charts;

/// <summary>Reads one unit's numbers, word by word.</summary>
internal sealed class UnitAtWords
{
    private readonly IReadOnlyList<string> _words;
    private readonly int _unit;

    /// <exception cref="ArgumentException">No words, or too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public UnitAtWords(IReadOnlyList<string> words, int unit, int units)
    {
        Require(words);
        _words = words;
        _unit = unit >= 0 && unit < units ? unit : throw new ArgumentOutOfRangeException(
            nameof(unit), $"unit is {unit}, expected 0 to {units - 1}: the cell has {units} units.");
    }

    /// <summary>The unit's number at each word.</summary>
    /// <param name="states">(words, units).</param>
    /// <param name="name">What a student knows them by.</param>
    /// <exception cref="ArgumentException">Not one row a word.</exception>
    public float[] Of(Tensor states, string name)
    {
        var table = StateMap.Table(states, name);
        StateMap.Require(_words, table, name);
        return [.. Enumerable.Range(0, _words.Count).Select(t => table[t, _unit])];
    }

    /// <summary>The unit's number before each word.</summary>
    public float[] Before(Tensor states, Tensor start, string name) => [start[_unit].Item(), .. Of(states, name)[..^1]];

    /// <summary>Refuses a sentence that cannot be chosen from.</summary>
    /// <exception cref="ArgumentException">No words, or too many.</exception>
    public static void Require(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count is 0 or > LivingDiagram.MostWords)
        {
            throw new ArgumentException(
                $"There are {words.Count} words, expected 1 to {LivingDiagram.MostWords}: of a longer sentence draw a part, "
                + "words[..16] and the trace of those words.", nameof(words));
        }
    }
}
