using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Reads on with a recurrent network: what it knows of the text is its state (Sutskever et al.
/// 2011).
/// <code>
///   h_t = rnn(embedding(x_t), h_{t-1})
///   logits_t = linear(h_t)
/// </code>
/// </summary>
public sealed class RecurrentLanguageModel : LanguageModel
{
    private readonly Embedding _embedding;
    private readonly RecurrentLayer _layer;
    private readonly Linear _linear;

    /// <summary>A model with PyTorch's initial values.</summary>
    /// <param name="words">The number of words, or characters, padding included.</param>
    /// <param name="width">The width of a word's vector.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="cell">What reads.</param>
    public RecurrentLanguageModel(int words, int width, int hiddenSize, TorchRandom rng, CellKind cell = CellKind.Lstm)
    {
        _embedding = Register("embedding", new Embedding(words, width, rng));
        _layer = Register("rnn", cell.Layer(width, hiddenSize, rng));
        _linear = Register("linear", new Linear(hiddenSize, words, rng));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor tokens)
    {
        Expect.Shape(tokens, ["batch", "length"]);
        return _linear.Forward(_layer.Run(_embedding.Forward(tokens)).Output);
    }
}
