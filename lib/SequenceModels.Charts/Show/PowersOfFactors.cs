using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>The lecture's plots: what is left of a gradient that each step back multiplies by one factor.</summary>
    /// <param name="steps">How many steps back.</param>
    /// <param name="factors">The factors; with one above 1 the axis is logarithmic, and cut at 10¹⁵ as in the
    /// lecture.</param>
    /// <exception cref="ArgumentException">No factor, or one that is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No step.</exception>
    public static GenericChart PowersOfFactors(int steps, params double[] factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var wrong = Array.FindIndex(factors, factor => factor is not (> 0 and < double.PositiveInfinity));
        if (factors.Length == 0 || wrong >= 0)
        {
            throw new ArgumentException(
                factors.Length == 0
                    ? "There are no factors."
                    : $"A factor is {factors[wrong]}, expected a number above 0.",
                nameof(factors));
        }

        var exploding = factors.Max() > 1;
        return Figure.Draw(
            exploding ? "Exploding gradients (factor > 1)" : "Vanishing gradients (factor < 1)",
            exploding
                ? "The axis is logarithmic: each line that looks straight grows by one factor at every step."
                    + (Math.Pow(factors.Max(), steps) > StepsBack.Highest
                        ? " What is level at 10¹⁵ has not stopped growing: the lecture cuts there." : "")
                : "See where each curve reaches the ground: from there back, the network learns next to nothing.",
            StepsBack.Axis(steps),
            exploding
                ? Figure.Axis("gradient scale (log)", ("type", "log"), ("exponentformat", "power"))
                : Figure.Axis("gradient scale", ("range", new[] { 0, 1.03 })),
            280, factors.Select((factor, number) => StepsBack.Curve(
                $"factor = {factor.ToString(CultureInfo.InvariantCulture)}", StepsBack.Powers(factor, steps),
                Palette.Series(number))));
    }
}
