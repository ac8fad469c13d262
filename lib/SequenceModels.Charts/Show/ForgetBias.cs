using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
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

        var steps = StepsBack.Require([.. cells.Select(cell => (cell.Name, cell.Flow.H))], nameof(cells));
        var curves = cells.SelectMany(cell => new[]
        {
            StepsBack.Measured("memory, ‖∂L/∂c‖", cell.Flow.C, 4),
            StepsBack.Measured("hidden state, ‖∂L/∂h‖", cell.Flow.H, 0, "dot"),
        });
        var chart = Figure.Draw(
            "How much of the gradient is left, going back",
            "Move the slider: a level curve can teach the network about its first word, a steep one cannot. "
            + StepsBack.Undrawn,
            StepsBack.Axis(steps), StepsBack.Parts(Slider.PlotAbove), 400, curves.Prepend(StepsBack.Lecture(steps)));
        return Slider.Choose(chart, [.. cells.Select(cell => cell.Name)], always: 1, each: 2);
    }
}
