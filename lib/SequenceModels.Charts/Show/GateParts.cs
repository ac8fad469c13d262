using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const int PartGap = 34;

    /// <summary>What a GRU does at each word: its two gates, its candidate and its state.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="trace">What the network did at each of its words.</param>
    /// <exception cref="ArgumentException">No words, or not one step of the trace a word.</exception>
    public static GenericChart Gates(IReadOnlyList<string> words, GruTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Gates(
            words, ("r, reset gate: shows the old state to the candidate", trace.R),
            ("z, update gate: keeps the old state", trace.Z), ("n, candidate: what could be written", trace.N),
            ("h, state: what is kept and written", trace.H));
    }

    /// <summary>The parts of any gated cell at each word, one below the other.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="parts">A name and its values, (words, units). One whose name says "gate" is drawn from 0, closed, to
    /// 1, open, the others around zero.</param>
    /// <exception cref="ArgumentException">No words or no part, or a part without one row a word.</exception>
    public static GenericChart Gates(IReadOnlyList<string> words, params (string Name, Tensor Values)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length == 0)
        {
            throw new ArgumentException("There is no part to show: give a name and its values.", nameof(parts));
        }

        var maps = Array.ConvertAll(parts, part => new PartMap(part.Name, StateMap.Table(part.Values, part.Name)));
        Array.ForEach(maps, map => StateMap.Require(words, map.Table, map.Name));
        var bound = maps.Where(map => !map.IsGate).Select(map => StateMap.Largest(map.Table)).Append(1).Max();
        var height = Math.Clamp(maps.Max(map => map.Table.GetLength(1)) * 14, 56, 132);
        var whole = parts.Length * height + (parts.Length - 1) * PartGap;
        var gates = maps.Count(map => map.IsGate);
        double Top(int number) => 1 - number * (height + PartGap) / (double)whole;

        var chart = Figure.Draw(
            "Gates and states at each word",
            "A column is a word, a row is a unit."
            + (gates > 0 ? " Green: an open gate, faint: a closed one." : "")
            + (gates < maps.Length ? " Orange and blue: values above and below zero." : "")
            + " Look down one column to see what the cell does at that word.",
            Figure.Words("word", words).With(
                ("anchor", Name("y", parts.Length - 1)),
                ("tickangle", words.Count < 25 && words.Sum(word => word.Length + 1) > 60 ? -60 : 0)),
            maps[0].Axis(Top(0), height / (double)whole), whole,
            maps.Select((map, number) => map.Draw(
                bound, Name("y", number), maps.Take(number).All(other => other.IsGate != map.IsGate),
                alone: gates == 0 || gates == maps.Length)));
        var layout = GenericChart.getLayout(chart).With(
            ("annotations", maps.Select((map, number) => map.Heading(Top(number)))));
        for (var number = 1; number < maps.Length; number++)
        {
            layout.With((Name("yaxis", number), maps[number].Axis(Top(number), height / (double)whole)));
        }

        return GenericChart.setLayout(layout, chart);
    }

    /// <summary>plotly.js counts axes from 1, and leaves the 1 out.</summary>
    private static string Name(string axis, int number) => number == 0 ? axis : $"{axis}{number + 1}";
}
