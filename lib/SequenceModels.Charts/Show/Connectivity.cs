using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How strongly a score hangs on each place of a sequence, for one or more networks, on a logarithmic
    /// axis.</summary>
    /// <param name="networks">A name and the influence of each place, (length), such as <c>Saliency.Of(…)</c> of many
    /// sequences, and of them the mean.</param>
    /// <exception cref="ArgumentException">No network, or influences that are not one row.</exception>
    public static GenericChart Connectivity(params (string Name, Tensor Influence)[] networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.Length == 0)
        {
            throw new ArgumentException("There is no network to show.", nameof(networks));
        }

        foreach (var (name, influence) in networks.Where(network => network.Influence.Shape.Rank != 1))
        {
            throw new ArgumentException(
                $"The influence of {name} is {influence.Shape}, expected (length)."
                + (influence.Shape.Rank == 2 ? " One row a sequence? Take .Mean(0)." : ""), nameof(networks));
        }

        var length = networks.Max(network => network.Influence.Shape[0]);
        return Figure.Draw(
            "What the answer hangs on",
            "How far the score moves if the word at this place moves a little, as a part of the strongest. One line "
            + "down is ten times less: see whether a curve is high at the word that is asked for.",
            Figure.Axis("place in the sequence", ("range", new[] { 0.3, length + 0.7 })),
            Figure.Axis("influence", ("type", "log"), ("dtick", 1), ("exponentformat", "power")),
            320,
            networks.Select((network, number) => new Trace("scatter").With(
                ("name", Figure.Text(network.Name)), ("showlegend", true), ("mode", "lines+markers"),
                ("x", Enumerable.Range(1, network.Influence.Shape[0])),
                ("y", network.Influence.ToArray().Select(Drawn)),
                ("line", new { color = Palette.Series(number), width = 2 }),
                ("marker", new { size = 7, symbol = number }),
                ("hovertemplate", "place %{x}: %{y:.1e}<extra>%{fullData.name}</extra>"))));
    }

    // A logarithmic axis has no place for 0.
    private static float? Drawn(float value) => float.IsFinite(value) && value > 0 ? value : null;
}
