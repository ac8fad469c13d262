using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>What a decoder says at one or several steps.</summary>
/// <param name="Logits">The scores of each word, (batch, steps, words).</param>
/// <param name="Last">The state after the last step.</param>
/// <param name="Weights">Where it looked at each step, (batch, steps, source length), if it has attention.</param>
public sealed record DecoderOutput(Tensor Logits, RecurrentState Last, Tensor? Weights = null);
