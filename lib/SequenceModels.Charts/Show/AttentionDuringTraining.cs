using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const int LeastHeight = 400; // the slider needs its part

    /// <summary>Where a network looks at several moments of its training, with a slider over them.</summary>
    /// <param name="source">The words read.</param>
    /// <param name="written">The words to write, the same at each moment.</param>
    /// <param name="snapshots">After how many steps, and the weights then, (written, source); at most 12.</param>
    /// <exception cref="ArgumentException">No snapshot, more than 12, or weights that do not fit the words.</exception>
    public static GenericChart AttentionDuringTraining(
        IReadOnlyList<string> source, IReadOnlyList<string> written, params (int Step, Tensor Weights)[] snapshots)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        if (snapshots.Length is 0 or > Slider.Most)
        {
            throw new ArgumentException(
                $"There are {snapshots.Length} snapshots, expected 1 to {Slider.Most}.", nameof(snapshots));
        }

        var maps = Array.ConvertAll(snapshots, snapshot =>
            AttentionMap.Draw(AttentionMap.Require(source, written, snapshot.Weights, nameof(snapshots)), scale: 1 - Slider.PlotAbove[0]));
        var above = (int)(AttentionMap.RowHeight * written.Count / (Slider.PlotAbove[1] - Slider.PlotAbove[0]));
        var chart = Figure.Draw(
            "Attention while it is learned",
            "Move the slider, and follow one row: after how many steps does it look at one word, and at another "
            + "than the other rows?",
            AttentionMap.Read(source),
            AttentionMap.Written(written).With(("domain", Slider.PlotAbove)),
            Math.Max(LeastHeight, above), maps);
        string[] labels = Array.ConvertAll(
            snapshots, snapshot => string.Create(CultureInfo.InvariantCulture, $"step {snapshot.Step}"));
        return Slider.Choose(chart, labels, always: 0, each: 1);
    }
}
