using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>What an encoder makes of sentences, and a decoder writes from.</summary>
/// <param name="Outputs">The state at each word, (batch, length, output size): what attention looks at.</param>
/// <param name="Last">The state after the last word: what the decoder starts from.</param>
/// <param name="Mask">1 for a word, 0 for padding, (batch, length); null if nothing is padding.</param>
public sealed record EncodedSource(Tensor Outputs, RecurrentState Last, Tensor? Mask = null)
{
    /// <summary>How many words each sentence has, up to its padding.</summary>
    public IReadOnlyList<int> Lengths =>
        [.. (Mask ?? Tensor.Ones(Outputs.Shape[0], Outputs.Shape[1])).ToArray().Chunk(Outputs.Shape[1])
            .Select(row => Array.FindLastIndex(row, value => value != 0) + 1)];

    /// <summary>One sentence as often as there are hypotheses about it.</summary>
    internal EncodedSource Repeat(int count) => new(
        Outputs.Expand(count, Outputs.Shape[1], Outputs.Shape[2]), Last, Mask?.Expand(count, Outputs.Shape[1]));
}
