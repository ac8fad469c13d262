using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>A decoder that looks back at the source after every step (Luong et al. 2015, arXiv:1508.04025, section 3,
/// without its extra layer). The context only helps to choose the word; compare <see cref="BahdanauDecoder"/>.
/// <code>
///   context_t = Σ_i a_{t,i} h_i            a_{t,i} by attention from s_t to h_i
///   scores of word_t = W [s_t; context_t] + b
/// </code>
/// </summary>
public sealed class AttentionDecoder : SequenceDecoder
{
    private readonly Linear _linear;

    /// <summary>A decoder of given parts; the linear map goes from the state and the context, side by side, to a score
    /// for each word.</summary>
    /// <param name="embedding">The word vectors.</param>
    /// <param name="layer">What reads them.</param>
    /// <param name="attention">Looks from the states of this decoder over those of the encoder.</param>
    /// <param name="linear">From state and context, which is as wide as the encoder's states.</param>
    /// <exception cref="ArgumentException">The linear map does not fit.</exception>
    public AttentionDecoder(Embedding embedding, RecurrentLayer layer, Attention attention, Linear linear)
        : base(embedding, layer)
    {
        Attention = Register("attention", attention);
        _linear = RegisterProjection(linear, 2 * HiddenSize);
    }

    /// <summary>What looks from the states of this decoder over those of the encoder.</summary>
    public Attention Attention { get; }

    private protected override Func<Tensor, RecurrentState, DecoderOutput> WriteOver(EncodedSource source)
    {
        var look = Attention.Over(source.Outputs, source.Mask);
        return (vectors, state) =>
        {
            var (states, last) = Run(vectors, state);
            var (context, weights) = look(states);
            return new DecoderOutput(_linear.Forward(Tensor.Concat([states, context], axis: -1)), last, weights);
        };
    }
}
