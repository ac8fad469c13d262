using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How much of the gradient is left so many steps back, for one or more cells, beside the lecture's
    /// 0.9ⁿ.</summary>
    /// <param name="cells">A name, and what <see cref="GradientProbe"/> measured.</param>
    /// <exception cref="ArgumentException">No cell, or sequences of different lengths.</exception>
    public static GenericChart GradientNorms(params (string Name, GradientFlow Flow)[] cells)
    {
        var steps = StepsBack.Require(cells, nameof(cells));
        return Figure.Draw(
            "How much of the gradient is left, going back",
            "Compare with the dashed line, the lecture's: the steeper a curve falls, the less far back a network "
            + "can learn from. " + StepsBack.Undrawn,
            StepsBack.Axis(steps), StepsBack.Parts(), 380,
            cells.Select((cell, number) => StepsBack.Measured(cell.Name, cell.Flow, number))
                .Prepend(StepsBack.Lecture(steps)));
    }
}
