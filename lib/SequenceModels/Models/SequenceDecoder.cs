using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Writes sentences, each word from the words before: the second half of a translator.
/// <code>
///   s_t = rnn(embedding(word_{t-1}), s_{t-1})      s_0 = the encoder's last state
///   scores of word_t from s_t, and, with attention, from the source
/// </code>
/// Given all words before, it makes all steps in one pass (teacher forcing); given one, it makes one.
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

    /// <summary>Scores the words of one or several steps.</summary>
    /// <param name="decoderInput">The words before each step, (batch, steps): &lt;bos&gt; le chat … for le chat
    /// assis ….</param>
    /// <param name="state">The state before the first step: the source's last, or the last of the step before.</param>
    /// <param name="source">What is being translated.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the state is that of another kind of
    /// network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table.</exception>
    public DecoderOutput Forward(Tensor decoderInput, RecurrentState state, EncodedSource source)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(source);
        Expect.Shape(decoderInput, [source.Outputs.Shape[0], "steps"]);
        var (states, last) = _layer.Run(_embedding.Weight.Rows(decoderInput, nameof(decoderInput)), state);
        if (state.C is null != last.C is null)
        {
            var (given, own) = state.C is null ? ("no", "has one") : ("a", "has none");
            throw new ArgumentException($"state has {given} cell state C, and the decoder's network {own}: "
                + "make encoder and decoder of the same kind, two LSTMs for example.", nameof(state));
        }

        var (logits, weights) = Predict(states, source);
        return new DecoderOutput(logits, last, weights);
    }

    /// <summary>The scores of the words from the states s_t (batch, steps, hidden), and attention weights if there
    /// are any.</summary>
    private protected abstract (Tensor Logits, Tensor? Weights) Predict(Tensor states, EncodedSource source);

    /// <summary>The map from what is known at a step to a score for each word.</summary>
    private protected Linear RegisterProjection(Linear linear, int inputs)
    {
        Register("linear", linear);
        return linear.Weight.Shape == new Shape(Words, inputs) ? linear : throw new ArgumentException(
            $"linear's weight is {linear.Weight.Shape}, expected ({Words}, {inputs}): from {inputs} numbers to a score "
            + $"for each of the embedding's {Words} words.", nameof(linear));
    }
}
