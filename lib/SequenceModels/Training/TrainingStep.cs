namespace SequenceModels.Training;

/// <summary>What one step of training saw.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="Loss">The loss before the step.</param>
/// <param name="GradientNorm">The joint norm of all gradients, before clipping.</param>
/// <param name="LearningRate">The size of the step.</param>
public sealed record TrainingStep(int Step, float Loss, float GradientNorm, float LearningRate);
