namespace SequenceModels.Tasks;

/// <summary>What one training step sees.</summary>
/// <param name="Inputs">The inputs; tokens are (batch, length).</param>
/// <param name="Targets">What should come out.</param>
public sealed record Batch(Tensor Inputs, Tensor Targets);
