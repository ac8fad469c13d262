using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Writes sentences, each word from the words before: the second half of a translator.
/// <code>
///   s_t = rnn(embedding(word_{t-1}), s_{t-1})      s_0 from the encoder's last state
///   scores of word_t from s_t, and, with attention, from the source
/// </code>
/// Given all words before, it makes all steps (teacher forcing); given one, it makes one.
/// </summary>
public abstract class SequenceDecoder : Module
{
    private readonly Embedding _embedding;
    private readonly RecurrentLayer _layer;

    private protected SequenceDecoder(Embedding embedding, RecurrentLayer layer)
    {
        _embedding = Register("embedding", embedding);
        _layer = Register("rnn", layer);
    }

    /// <summary>The width of the states.</summary>
    public int HiddenSize => _layer.HiddenSize;

    /// <summary>How many words it knows.</summary>
    public int Words => _embedding.Weight.Shape[0];

    /// <summary>The state before the first word: the encoder's last, unless a decoder makes it otherwise.</summary>
    /// <param name="source">What is being translated.</param>
    public virtual RecurrentState Start(EncodedSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Last;
    }

    /// <summary>Scores the words of one or several steps.</summary>
    /// <param name="decoderInput">The words before each step, (batch, steps): &lt;bos&gt; le chat … for le chat
    /// assis ….</param>
    /// <param name="state">The state before the first step: <see cref="Start"/>, or the last of the step before.</param>
    /// <param name="source">What is being translated.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the state is that of another kind of
    /// network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table.</exception>
    public DecoderOutput Forward(Tensor decoderInput, RecurrentState state, EncodedSource source)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(source);
        return Over(source)(decoderInput, state);
    }

    /// <summary>Writes from the same source again and again, as a search does that asks step by step: what depends on the
    /// source alone is computed once.</summary>
    /// <inheritdoc cref="Forward"/>
    internal Func<Tensor, RecurrentState, DecoderOutput> Over(EncodedSource source)
    {
        var write = WriteOver(source);
        return (decoderInput, state) =>
        {
            Expect.Shape(decoderInput, [source.Outputs.Shape[0], "steps"]);
            return write(_embedding.Weight.Rows(decoderInput, nameof(decoderInput)), state);
        };
    }

    /// <summary>The steps, from the vectors of the words before them, (batch, steps, width), and a state.</summary>
    private protected abstract Func<Tensor, RecurrentState, DecoderOutput> WriteOver(EncodedSource source);

    /// <summary>Runs the network over inputs (batch, steps, inputs).</summary>
    private protected (Tensor States, RecurrentState Last) Run(Tensor inputs, RecurrentState state)
    {
        var (states, last) = _layer.Run(inputs, state);
        if (state.C is null != last.C is null)
        {
            var (given, own) = state.C is null ? ("no", "has one") : ("a", "has none");
            throw new ArgumentException($"state has {given} cell state C, and the decoder's network {own}: "
                + "make encoder and decoder of the same kind, two LSTMs for example.", nameof(state));
        }

        return (states, last);
    }

    /// <summary>Refuses an encoder that this decoder cannot start from or look at.</summary>
    /// <exception cref="ArgumentException">A width does not fit.</exception>
    internal virtual void ExpectEncoder(Encoder encoder)
    {
        if (encoder.HiddenSize != HiddenSize)
        {
            throw new ArgumentException($"decoder has {HiddenSize} units, expected {encoder.HiddenSize} as the "
                + "encoder, whose last state it starts with.", nameof(encoder));
        }

        if (encoder.OutputSize != encoder.HiddenSize)
        {
            throw new ArgumentException(
                "encoder reads in both directions and ends in two states, and this decoder starts with one: "
                + $"take a {nameof(BahdanauDecoder)}.", nameof(encoder));
        }
    }

    /// <summary>The map from what is known at a step to a score for each word.</summary>
    private protected Linear RegisterProjection(Linear linear, int inputs)
    {
        Register("linear", linear);
        return linear.Weight.Shape == new Shape(Words, inputs) ? linear : throw new ArgumentException(
            $"linear's weight is {linear.Weight.Shape}, expected ({Words}, {inputs}): from {inputs} numbers to a score "
            + $"for each of the embedding's {Words} words.", nameof(linear));
    }
}
