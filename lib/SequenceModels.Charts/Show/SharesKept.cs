using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How much of its state each unit keeps to the end, for each of some beginnings.</summary>
    /// <param name="what">What the beginnings are.</param>
    /// <param name="beginnings">Their names.</param>
    /// <param name="kept">The shares, from 0 to 1, (beginnings, units).</param>
    /// <exception cref="ArgumentException">No beginning, or not a row of shares for each.</exception>
    public static GenericChart SharesKept(string what, IReadOnlyList<string> beginnings, Tensor kept)
    {
        var map = new PartMap("share kept by the gate", StateMap.Table(kept, nameof(kept)), "share");
        StateMap.Require(beginnings, map.Table, nameof(kept));
        return Figure.Draw(
            "How much of its state each unit keeps",
            "A row is a unit. Green: it keeps all to the end, faint: nothing. See which units hold on in each column, and "
            + "whether they hold on in another.",
            Figure.Words(what, beginnings), map.Axis(1, 1), Math.Clamp(map.Table.GetLength(1) * 14, 56, 336),
            map.Draw(1, "y", withScale: true, alone: true));
    }
}
