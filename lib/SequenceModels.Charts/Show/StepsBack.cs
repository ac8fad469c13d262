using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

/// <summary>Curves over steps back from a loss, and the logarithmic axis that gradients need.</summary>
internal static class StepsBack
{
    /// <summary>Where the lecture cuts what explodes.</summary>
    public const double Highest = 1e15;

    private const double Lowest = 1e-12;

    public static string Undrawn => "1 is the last step's; what is below 10⁻¹² is not drawn.";

    public static LinearAxis Axis(int steps) => Figure.Axis("steps back", ("range", new[] { 0, steps }));

    public static LinearAxis Parts(double[]? domain = null) => Figure.Axis("part of the last step's gradient",
        ("type", "log"), ("range", new[] { -12, 6 }), ("dtick", 2), ("exponentformat", "power"), ("domain", domain));

    /// <summary>What a measured gradient leaves, n = 0 being the last step.</summary>
    public static Trace Measured(string name, GradientFlow flow, int number, string dash = "solid") =>
        Curve(name, flow.Relative.Reverse(), Palette.Series(number), dash, Stride(flow.Norms.Count));

    /// <summary>The lecture's 0.9ⁿ, dashed.</summary>
    public static Trace Lecture(int steps) =>
        Curve("0.9ⁿ", Powers(0.9, steps), Palette.Reference, "dash", Stride(steps));

    /// <summary>factorⁿ for n = 0 … steps, cut at 10¹⁵.</summary>
    public static IEnumerable<double> Powers(double factor, int steps) =>
        Enumerable.Range(0, steps + 1).Select(n => Math.Min(Math.Pow(factor, n), Highest));

    public static Trace Curve(
        string name, IEnumerable<double> parts, string color, string dash = "solid", int stride = 1) =>
        new Trace("scatter").With(
            ("name", Figure.Text(name)), ("mode", "lines"), ("showlegend", true), ("dx", stride),
            ("line", new { color, dash, width = 2.5 }),
            ("y", parts.Where((_, n) => n % stride == 0).Select(part => part >= Lowest ? Round(part) : (double?)null)),
            ("hovertemplate", "%{x} steps back: %{y:.3g}<extra>%{fullData.name}</extra>"));

    /// <summary>The number of steps, the same in all flows.</summary>
    /// <exception cref="ArgumentException">No flow, or one of another length.</exception>
    public static int Require(IReadOnlyList<(string Name, GradientFlow Flow)> cells, string argument)
    {
        ArgumentNullException.ThrowIfNull(cells, argument);
        if (cells.Count == 0)
        {
            throw new ArgumentException("There is no gradient to show.", argument);
        }

        var states = cells[0].Flow.Norms.Count;
        return cells.FirstOrDefault(cell => cell.Flow.Norms.Count != states) is { Name: { } other }
            ? throw new ArgumentException(
                $"“{other}” read another number of steps than “{cells[0].Name}”: measure all on the same input.",
                argument)
            : states - 1;
    }

    // Every second step of a long sequence: an eye sees no difference, and notebooks stay small.
    private static int Stride(int steps) => steps > 64 ? 2 : 1;

    private static double Round(double part) =>
        double.Parse(part.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
