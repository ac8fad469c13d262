using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>A decoder that knows of the source only the state it starts with (Sutskever et al. 2014, arXiv:1409.3215).
/// <code>
///   scores of word_t = W s_t + b
/// </code>
/// </summary>
public sealed class Decoder : SequenceDecoder
{
    private readonly Linear _linear;

    /// <summary>A decoder of given parts; the linear map goes from the state to a score for each word.</summary>
    /// <exception cref="ArgumentException">The linear map does not fit.</exception>
    public Decoder(Embedding embedding, RecurrentLayer layer, Linear linear)
        : base(embedding, layer) => _linear = RegisterProjection(linear, HiddenSize);

    private protected override Func<Tensor, RecurrentState, DecoderOutput> WriteOver(EncodedSource source) => (vectors, state) =>
    {
        var (states, last) = Run(vectors, state);
        return new DecoderOutput(_linear.Forward(states), last);
    };
}
