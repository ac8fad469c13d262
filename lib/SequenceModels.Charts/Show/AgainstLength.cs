using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How a count grows with the length of a sequence, for one or more networks. Both axes double from
    /// tick to tick, so that a power of the length is a straight line.</summary>
    /// <param name="what">What is counted.</param>
    /// <param name="networks">A name, and the count at each length.</param>
    /// <exception cref="ArgumentException">No network, one without points, or a number below 1.</exception>
    public static GenericChart AgainstLength(
        string what, params (string Name, IEnumerable<(int Length, long Count)> Points)[] networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var lines = networks.Select(network =>
            (network.Name, Points: network.Points.OrderBy(point => point.Length).ToArray())).ToArray();
        if (lines.Length == 0 || lines.Any(line => line.Points.Length == 0))
        {
            throw new ArgumentException("A line needs at least one length and its count.", nameof(networks));
        }

        var points = lines.SelectMany(line => line.Points).ToArray();
        if (points.Any(point => point.Length < 1 || point.Count < 1))
        {
            throw new ArgumentException(
                "Lengths and counts start at 1: a logarithmic axis has no 0.", nameof(networks));
        }

        return Figure.Draw(
            $"{char.ToUpperInvariant(what[0])}{what[1..]}, against length",
            "Both axes double from tick to tick. A level line does not grow with the length. One that climbs a tick at "
            + "each tick doubles when the length does; one that climbs two goes with its square.",
            Doubling("length of the sequence", points.Max(point => point.Length), 0.1),
            Doubling(what, points.Max(point => point.Count), 0.5), 300,
            lines.Select((line, number) => new Trace("scatter").With(
                ("name", Figure.Text(line.Name)), ("mode", "lines+markers"), ("showlegend", true),
                ("x", line.Points.Select(point => point.Length)), ("y", line.Points.Select(point => point.Count)),
                ("line", new { color = Palette.Series(number), width = 2.5 }),
                ("marker", new { color = Palette.Series(number), size = 9, symbol = number }),
                ("hovertemplate", "length %{x}: %{y:,}<extra>%{fullData.name}</extra>"))));
    }

    private static LinearAxis Doubling(string title, long largest, double margin)
    {
        var doublings = (int)Math.Ceiling(Math.Log2(largest));
        long[] ticks = [.. Enumerable.Range(0, doublings + 1).Select(n => 1L << n)];
        return Figure.Axis(
            title, ("type", "log"), ("tickmode", "array"), ("tickvals", ticks),
            ("ticktext", ticks.Select(tick => tick.ToString("N0", CultureInfo.InvariantCulture))),
            ("range", new[] { -margin * Math.Log10(2), (doublings + margin) * Math.Log10(2) }));
    }
}
