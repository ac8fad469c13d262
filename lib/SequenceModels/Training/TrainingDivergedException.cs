using static System.FormattableString;

namespace SequenceModels.Training;

/// <summary>The loss or the gradient stopped being a finite number; the parameters are those of the last good step.
/// </summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(string what, float value, int step, float learningRate, float? clipNorm)
        : base(Invariant($"{what} is {value} at step {step}. Steps were too large, or an input is not finite: ")
            + Invariant($"try a lower learning rate (it is {learningRate}), ")
            + (clipNorm is null ? "or clip gradients (clipNorm: 1)" : Invariant($"a lower clipNorm (it is {clipNorm})"))
            + (step == 1 ? "." : Invariant($". The parameters are those of step {step - 1}, the last good one."))) =>
        Step = step;

    /// <summary>The number of the step that failed, from 1.</summary>
    public int Step { get; }
}
