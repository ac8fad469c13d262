using SequenceModels.Layers;
using SequenceModels.Tasks;

namespace SequenceModels.Models;

/// <summary>A translator: an encoder reads a sentence, a decoder writes another.
/// <code>
///   source → encoder → last state → decoder → logits → &lt;eos&gt;-ended sentence
///                    └ all states, for attention ┘
/// </code>
/// </summary>
public sealed partial class Seq2Seq : Module
{
    /// <summary>A translator of given parts.</summary>
    /// <exception cref="ArgumentException">Their widths do not fit.</exception>
    public Seq2Seq(Encoder encoder, SequenceDecoder decoder)
    {
        Encoder = Register("encoder", encoder);
        Decoder = Register("decoder", decoder);
        decoder.ExpectEncoder(encoder);
    }

    /// <summary>What reads.</summary>
    public Encoder Encoder { get; }

    /// <summary>What writes.</summary>
    public SequenceDecoder Decoder { get; }

    /// <summary>A translator that must carry the whole sentence in one state.</summary>
    /// <param name="sourceWords">How many words the source's vocabulary has.</param>
    /// <param name="targetWords">How many the target's has.</param>
    /// <param name="width">The width of the word vectors.</param>
    /// <param name="hiddenSize">The number of units of encoder and decoder.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="cell">What encoder and decoder are made of.</param>
    public static Seq2Seq Plain(
        int sourceWords, int targetWords, int width, int hiddenSize, TorchRandom rng, CellKind cell = CellKind.Gru) =>
        new(
            new Encoder(new Embedding(sourceWords, width, rng), cell.Layer(width, hiddenSize, rng)),
            new Decoder(
                new Embedding(targetWords, width, rng), cell.Layer(width, hiddenSize, rng),
                new Linear(hiddenSize, targetWords, rng)));

    /// <summary>A translator that looks back at the source after every step: an <see cref="AttentionDecoder"/>.</summary>
    /// <param name="sourceWords">How many words the source's vocabulary has.</param>
    /// <param name="targetWords">How many the target's has.</param>
    /// <param name="width">The width of the word vectors.</param>
    /// <param name="hiddenSize">The number of units of encoder and decoder.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="cell">What encoder and decoder are made of.</param>
    /// <param name="attention">How it looks; additive, as wide as the states, if not given.</param>
    public static Seq2Seq WithAttention(
        int sourceWords, int targetWords, int width, int hiddenSize, TorchRandom rng,
        CellKind cell = CellKind.Gru, Attention? attention = null) =>
        new(
            new Encoder(new Embedding(sourceWords, width, rng), cell.Layer(width, hiddenSize, rng)),
            new AttentionDecoder(
                new Embedding(targetWords, width, rng), cell.Layer(width, hiddenSize, rng),
                attention ?? new AdditiveAttention(hiddenSize, hiddenSize, hiddenSize, rng),
                new Linear(2 * hiddenSize, targetWords, rng)));

    /// <summary>The first translator with attention: an encoder that reads in both directions, and a
    /// <see cref="BahdanauDecoder"/>.</summary>
    /// <inheritdoc cref="Plain"/>
    public static Seq2Seq Bahdanau(
        int sourceWords, int targetWords, int width, int hiddenSize, TorchRandom rng, CellKind cell = CellKind.Gru)
    {
        var both = 2 * hiddenSize;
        return new Seq2Seq(
            new Encoder(
                new Embedding(sourceWords, width, rng), cell.Layer(width, hiddenSize, rng, bidirectional: true)),
            new BahdanauDecoder(
                new Embedding(targetWords, width, rng), cell.Layer(width + both, hiddenSize, rng),
                new AdditiveAttention(hiddenSize, both, hiddenSize, rng), new Linear(hiddenSize, hiddenSize, rng),
                new Linear(hiddenSize + both + width, targetWords, rng)));
    }

    /// <summary>The scores of each word at each place, when all the words before are right (teacher forcing): (batch,
    /// target length, target words).</summary>
    /// <param name="source">What to translate, tokens (batch, source length).</param>
    /// <param name="decoderInput">The translation one word behind, from &lt;bos&gt; on, (batch, target length).</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a sentence is all padding.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in its table.</exception>
    public Tensor Forward(Tensor source, Tensor decoderInput)
    {
        var encoded = Encoder.Forward(source);
        return Decoder.Forward(decoderInput, Decoder.Start(encoded), encoded).Logits;
    }

    /// <summary>The mean cross-entropy over the words of the target, padding left out.</summary>
    /// <param name="source">What to translate, tokens (batch, source length).</param>
    /// <param name="decoderInput">&lt;bos&gt; le chat assis, (batch, target length).</param>
    /// <param name="target">le chat assis &lt;eos&gt;, (batch, target length).</param>
    /// <exception cref="ArgumentException">A sentence of decoderInput does not begin with &lt;bos&gt;, or a shape does
    /// not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in its table.</exception>
    public Tensor Loss(Tensor source, Tensor decoderInput, Tensor target)
    {
        Expect.Shape(source, ["batch", "length"]);
        Expect.Shape(decoderInput, [source.Shape[0], "target length"]);
        var first = decoderInput[.., 0].ToArray();
        var wrong = Array.FindIndex(first, token => token != Vocabulary.BeginOfSentence);
        return wrong < 0
            ? Training.Loss.CrossEntropy(Forward(source, decoderInput), target, ignore: Vocabulary.Padding)
            : throw new ArgumentException(
                $"decoderInput begins with {first[wrong]} in sentence {wrong}, expected {Vocabulary.BeginOfSentence}, "
                + "which is <bos>: is it swapped with source, or with target?", nameof(decoderInput));
    }

    /// <inheritdoc cref="Loss(Tensor, Tensor, Tensor)"/>
    public Tensor Loss(PairBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Loss(batch.Source, batch.DecoderInput, batch.Target);
    }
}
