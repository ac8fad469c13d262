using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>The singular values of matrices, largest first: by how much each lengthens its own
    /// directions.</summary>
    /// <param name="matrices">A name and a matrix.</param>
    /// <exception cref="ArgumentException">No matrix, or something that is none.</exception>
    public static GenericChart SingularValues(params (string Name, Tensor Matrix)[] matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        if (matrices.Length == 0)
        {
            throw new ArgumentException("There is no matrix to show.", nameof(matrices));
        }

        float[][] values = [.. matrices.Select(pair => Spectrum.SingularValues(pair.Matrix).ToArray())];
        var most = values.Max(own => own.Length);
        return Figure.Draw(
            "Singular values of W_hh",
            "A point for each direction. Above the dashed line it gets longer, below it shorter; at 0 it is lost.",
            Figure.Axis("number, largest first", ("range", new[] { 0.5, most + 0.5 }),
                ("dtick", most <= 12 ? 1 : null)),
            Figure.Axis("singular value", ("rangemode", "tozero")),
            300,
            values.Select((own, number) => new Trace("scatter").With(
                ("name", Figure.Text(matrices[number].Name)), ("mode", "lines+markers"), ("showlegend", true),
                ("x0", 1),
                ("y", own.Select(value => MathF.Round(value, 4))),
                ("line", new { color = Palette.Series(number), width = 1.5 }),
                ("marker", new { color = Palette.Series(number), size = 6, symbol = number }),
                ("hovertemplate", "number %{x}: %{y:.3f}<extra>%{fullData.name}</extra>")))
                .Append(new Trace("scatter").With(
                    ("mode", "lines"), ("showlegend", false), ("hoverinfo", "skip"),
                    ("x", new[] { 0.5, most + 0.5 }), ("y", Enumerable.Repeat(1, 2)),
                    ("line", new { color = Palette.Reference, dash = "dash", width = 2 }))));
    }
}
