using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Reads sentences: the first half of a translator.
/// <code>
///   h_i = rnn(embedding(word_i), h_{i-1})      h_0 = 0
/// </code>
/// Padding never changes anything: it is skipped, so the last state is the one after the last word (and, of a network
/// that reads backward, the one after the first).
/// </summary>
public sealed class Encoder : Module
{
    private readonly Embedding _embedding;
    private readonly RecurrentLayer _layer;
    private readonly bool _padded;

    /// <summary>An encoder of given parts.</summary>
    /// <param name="embedding">The word vectors.</param>
    /// <param name="layer">What reads them.</param>
    /// <param name="padded">Whether number 0 is padding; else it is a word like any other.</param>
    public Encoder(Embedding embedding, RecurrentLayer layer, bool padded = true)
    {
        _embedding = Register("embedding", embedding);
        _layer = Register("rnn", layer);
        _padded = padded;
    }

    /// <summary>The width of the states.</summary>
    public int HiddenSize => _layer.HiddenSize;

    /// <summary>The width of what attention looks at: twice the states' where the encoder reads in both
    /// directions.</summary>
    public int OutputSize => _layer.OutputSize;

    /// <summary>Reads sentences, tokens (batch, length).</summary>
    /// <exception cref="ArgumentException">source is not (batch, length), or a sentence is all padding.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table.</exception>
    public EncodedSource Forward(Tensor source)
    {
        var mask = WordMask.Of(source, _padded, nameof(source));
        var (outputs, last) = _layer.Run(_embedding.Weight.Rows(source, nameof(source)), mask: mask);
        return new EncodedSource(outputs, last, mask);
    }
}
