using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How many parameters each network has, and how many times as many as the first.</summary>
    /// <param name="networks">A name and its number of parameters.</param>
    /// <exception cref="ArgumentException">No network, or one without parameters.</exception>
    public static GenericChart ParameterCounts(params (string Name, int Count)[] networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.Length == 0)
        {
            throw new ArgumentException("There is no network to show.", nameof(networks));
        }

        if (networks.FirstOrDefault(network => network.Count <= 0) is ({ } name, var count))
        {
            throw new ArgumentException(
                $"{name} has {count} parameters, expected 1 or more: give ParameterCount.", nameof(networks));
        }

        string Label(int count) => string.Create(
            CultureInfo.InvariantCulture, $"{count:N0}<br>{count / (double)networks[0].Count:0.##} ×");
        return Figure.Draw(
            "Parameters of each network",
            $"Below each count, how many times as many as {networks[0].Name} has: so stand the bars' heights.",
            Figure.Words("network", [.. networks.Select(network => network.Name)]),
            Figure.Axis("parameters", ("range", new[] { 0, 1.25 * networks.Max(network => network.Count) })),
            280,
            new Trace("bar").With(
                ("y", networks.Select(network => network.Count)),
                ("width", Enumerable.Repeat(0.55, networks.Length)),
                ("marker", new { color = networks.Select((_, number) => Palette.Series(number)) }),
                ("text", networks.Select(network => Label(network.Count))), ("textposition", "outside"),
                ("hovertemplate", "%{y:,} parameters<extra></extra>"), ("showlegend", false)));
    }
}
