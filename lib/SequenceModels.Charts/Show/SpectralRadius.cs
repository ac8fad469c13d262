using System.Globalization;
using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How much of the gradient is left so many steps back, with a slider over the spectral radius of
    /// W_hh.</summary>
    /// <param name="cells">A radius, and what <see cref="GradientProbe"/> measured; at most 12.</param>
    /// <exception cref="ArgumentException">No cell, more than 12, or sequences of different lengths.</exception>
    public static GenericChart SpectralRadius(params (double Radius, GradientFlow Flow)[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        (string Name, GradientFlow Flow)[] named =
            [.. cells.Select(cell => (cell.Radius.ToString("0.0#", CultureInfo.InvariantCulture), cell.Flow))];
        var steps = StepsBack.Require(named, nameof(cells));
        if (cells.Length > Slider.Most)
        {
            throw new ArgumentException($"There are {cells.Length} cells, expected 1 to {Slider.Most}.", nameof(cells));
        }

        var chart = Figure.Draw(
            "The gradient going back, by the spectral radius of W_hh",
            "Move the slider: below 1 the curve falls fast, well above 1 it hovers or rises, and no position keeps it "
            + "at 1. " + StepsBack.Undrawn,
            StepsBack.Axis(steps), StepsBack.Parts(Slider.PlotAbove), 440,
            named.Select(cell => StepsBack.Measured($"spectral radius {cell.Name}", cell.Flow, 0))
                .Prepend(StepsBack.Lecture(steps)));
        return Slider.Choose(chart, [.. named.Select(cell => cell.Name)], always: 1, each: 1);
    }
}
