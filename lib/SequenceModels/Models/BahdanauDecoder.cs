using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>The first decoder with attention (Bahdanau et al. 2014, arXiv:1409.0473, appendix A.2.2, without its maxout
/// layer). It looks before each step, and what it sees goes into the recurrent network.
/// <code>
///   s_0 = tanh(W_s ←h_1)                                  the encoder's backward state, which has read all
///   context_t = Σ_i a_{t,i} h_i                           a_{t,i} by attention from s_{t-1} to h_i = [→h_i; ←h_i]
///   s_t = rnn([embedding(word_{t-1}); context_t], s_{t-1})
///   scores of word_t = W [s_t; context_t; embedding(word_{t-1})] + b
/// </code>
/// </summary>
/// <remarks>A step needs the state before it, so that steps cannot share a pass as those of
/// <see cref="AttentionDecoder"/> do.</remarks>
public sealed class BahdanauDecoder : SequenceDecoder
{
    private readonly Linear _start, _linear;

    /// <summary>A decoder of given parts.</summary>
    /// <param name="embedding">The word vectors.</param>
    /// <param name="layer">One layer, which reads word vector and context side by side.</param>
    /// <param name="attention">Looks from the states of this decoder over those of the encoder.</param>
    /// <param name="start">W_s, from the encoder's last state to this decoder's first.</param>
    /// <param name="linear">From state, context and word vector, side by side, to a score for each word.</param>
    /// <exception cref="ArgumentException">A linear map does not fit.</exception>
    public BahdanauDecoder(
        Embedding embedding, RecurrentLayer layer, Attention attention, Linear start, Linear linear)
        : base(embedding, layer)
    {
        ArgumentNullException.ThrowIfNull(linear);
        Attention = Register("attention", attention);
        _start = Register("start", start);
        _linear = RegisterProjection(linear, linear.Weight.Shape[1]);
        ContextSize = linear.Weight.Shape[1] - HiddenSize - embedding.Weight.Shape[1];
        if (start.Weight.Shape[0] != HiddenSize)
        {
            throw new ArgumentException(
                $"start's weight is {start.Weight.Shape}, expected ({HiddenSize}, encoder's units).", nameof(start));
        }
    }

    /// <summary>What looks from the states of this decoder over those of the encoder.</summary>
    public Attention Attention { get; }

    private int ContextSize { get; }

    /// <summary>tanh(W_s h) of the encoder's last state h: of a bidirectional one, that of the backward
    /// direction.</summary>
    /// <param name="source">What is being translated.</param>
    public override RecurrentState Start(EncodedSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var h = _start.Forward(source.Last.H[^1]).Tanh().Unsqueeze(0);
        return new RecurrentState(h, source.Last.C is null ? null : Tensor.Zeros(h.Shape));
    }

    private protected override Func<Tensor, RecurrentState, DecoderOutput> WriteOver(EncodedSource source)
    {
        var look = Attention.Over(source.Outputs, source.Mask);
        return (vectors, state) =>
        {
            var (known, weights) = (new List<Tensor>(), new List<Tensor>());
            for (var t = 0; t < vectors.Shape[1]; t++)
            {
                var word = vectors[.., t..(t + 1)];
                var (context, looked) = look(state.H[^1].Unsqueeze(1));
                (var s, state) = Run(Tensor.Concat([word, context], axis: -1), state);
                known.Add(Tensor.Concat([s, context, word], axis: -1));
                weights.Add(looked);
            }

            return new DecoderOutput(_linear.Forward(Tensor.Concat(known, 1)), state, Tensor.Concat(weights, 1));
        };
    }

    internal override void ExpectEncoder(Encoder encoder)
    {
        if (encoder.HiddenSize != _start.Weight.Shape[1] || encoder.OutputSize != ContextSize)
        {
            throw new ArgumentException(
                $"encoder has {encoder.HiddenSize} units and outputs of {encoder.OutputSize} numbers, expected "
                + $"{_start.Weight.Shape[1]} for the decoder's start, and {ContextSize} for its context.", nameof(encoder));
        }
    }
}
