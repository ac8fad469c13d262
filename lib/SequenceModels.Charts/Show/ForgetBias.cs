using System.Globalization;
using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const double Lowest = 1e-12;

    /// <summary>How much of the gradient is left so many steps back, at both states of a cell with memory, with a slider
    /// over cells: other forget biases, say.</summary>
    /// <param name="cells">A name, and what <see cref="GradientProbe"/> measured; at most 12.</param>
    /// <exception cref="ArgumentException">No cell, more than 12, or sequences of different lengths.</exception>
    public static GenericChart ForgetBias(params (string Name, (GradientFlow H, GradientFlow C) Flow)[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length is 0 or > Slider.Most)
        {
            throw new ArgumentException($"There are {cells.Length} cells, expected 1 to {Slider.Most}.", nameof(cells));
        }

        var steps = cells[0].Flow.H.Norms.Count - 1;
        if (cells.FirstOrDefault(cell => cell.Flow.H.Norms.Count != steps + 1) is { Name: { } other })
        {
            throw new ArgumentException(
                $"“{other}” read another number of steps than “{cells[0].Name}”: measure all on the same input.",
                nameof(cells));
        }

        var lecture = Back(
            Enumerable.Range(0, steps + 1).Select(t => Math.Pow(0.9, steps - t)), "0.9ⁿ, the lecture's",
            new { color = Palette.Reference, dash = "dash", width = 2 });
        var curves = cells.SelectMany(cell => new[]
        {
            Back(cell.Flow.C.Relative, "memory, ‖∂L/∂c‖", new { color = Palette.Series(4), width = 3 }),
            Back(cell.Flow.H.Relative, "hidden state, ‖∂L/∂h‖", new { color = Palette.Series(0), width = 2.5, dash = "dot" }),
        });
        var chart = Figure.Draw(
            "How much of the gradient is left, going back",
            "Move the slider: a level curve can teach the network about its first word, a steep one cannot. "
            + "1 is the last step's; what is below 10⁻¹² is not drawn.",
            Figure.Axis("steps back", ("range", new[] { 0, steps })),
            Figure.Axis("part of the last step's",
                ("type", "log"), ("range", new[] { -12, 2 }), ("dtick", 2), ("exponentformat", "power"),
                ("domain", Slider.PlotAbove)),
            400, [lecture, .. curves]);
        return Slider.Choose(chart, [.. cells.Select(cell => cell.Name)], always: 1, each: 2);
    }

    // Every second step of a long sequence: an eye sees no difference, and notebooks stay small.
    private static Trace Back(IEnumerable<double> parts, string name, object line)
    {
        double[] back = [.. parts.Reverse()];
        var stride = back.Length > 64 ? 2 : 1;
        return new Trace("scatter").With(
            ("name", name), ("mode", "lines"), ("line", line), ("showlegend", true), ("dx", stride),
            ("y", back.Where((_, n) => n % stride == 0).Select(part => part >= Lowest ? Round(part) : (double?)null)),
            ("hovertemplate", "%{x} steps back: %{y:.2g}<extra>%{fullData.name}</extra>"));
    }

    private static double Round(double part) =>
        double.Parse(part.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
