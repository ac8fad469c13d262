using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Sorts sentences into classes: word vectors, one vector for the sentence, scores.
/// <code>
///   tokens → embedding → mean of the vectors, or a recurrent network's last state → dropout → linear → logits
/// </code>
/// Padding never counts. Prediction and accuracy are those of evaluation mode, without dropout.
/// </summary>
public sealed class TextClassifier : Module
{
    private readonly Embedding _embedding;
    private readonly RecurrentLayer? _layer;
    private readonly Dropout? _dropout;
    private readonly Linear _linear;
    private readonly bool _padded;

    /// <summary>A classifier of given parts.</summary>
    /// <param name="embedding">The word vectors.</param>
    /// <param name="layer">What reads them; without one, their mean is taken.</param>
    /// <param name="linear">From the one vector of a sentence to a score for each class.</param>
    /// <param name="dropout">What drops a part of a sentence's vector in training.</param>
    /// <param name="padded">Whether number 0 is padding; else it is a word like any other.</param>
    /// <exception cref="ArgumentException">The linear map does not take what comes before it.</exception>
    public TextClassifier(
        Embedding embedding, RecurrentLayer? layer, Linear linear, Dropout? dropout = null, bool padded = true)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(linear);
        _embedding = Register("embedding", embedding);
        _layer = layer is null ? null : Register("rnn", layer);
        _dropout = dropout is null ? null : Register("dropout", dropout);
        _linear = Register("linear", linear);
        _padded = padded;
        var width = layer?.OutputSize ?? embedding.Weight.Shape[1];
        if (linear.Weight.Shape[1] != width)
        {
            throw new ArgumentException(
                $"linear takes vectors of {linear.Weight.Shape[1]} numbers, expected {width}.", nameof(linear));
        }
    }

    /// <summary>A classifier that averages the word vectors, and so is blind to their order.</summary>
    /// <param name="words">The number of words, padding included.</param>
    /// <param name="width">The width of a word's vector.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="rng">Where the initial values come from, and what dropout draws.</param>
    /// <param name="dropout">The share of the sentence's vector that is dropped in training.</param>
    public static TextClassifier MeanPooling(int words, int width, int classes, TorchRandom rng, float dropout = 0) =>
        new(new Embedding(words, width, rng), null, new Linear(width, classes, rng), new Dropout(dropout, rng));

    /// <summary>A classifier that reads the words in order.</summary>
    /// <param name="words">The number of words, padding included.</param>
    /// <param name="width">The width of a word's vector.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="rng">Where the initial values come from, and what dropout draws.</param>
    /// <param name="cell">What reads; a plain recurrent network, if not given.</param>
    /// <param name="dropout">The share of the sentence's vector that is dropped in training.</param>
    public static TextClassifier Recurrent(
        int words, int width, int hiddenSize, int classes, TorchRandom rng, CellKind cell = CellKind.Rnn,
        float dropout = 0) => new(
        new Embedding(words, width, rng), cell.Layer(width, hiddenSize, rng), new Linear(hiddenSize, classes, rng),
        new Dropout(dropout, rng));

    /// <summary>The scores of each class: tokens (batch, length) give (batch, classes).</summary>
    /// <exception cref="ArgumentException">tokens is not (batch, length), or a sentence is all padding.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table.</exception>
    public Tensor Forward(Tensor tokens)
    {
        var sentence = Encode(tokens);
        return _linear.Forward(_dropout?.Forward(sentence) ?? sentence);
    }

    /// <summary>The one vector that stands for each sentence: the mean word vector, or the state after the last
    /// word.</summary>
    /// <inheritdoc cref="Forward"/>
    public Tensor Encode(Tensor tokens)
    {
        var (vectors, mask) = Embed(tokens);
        return Read(vectors, mask);
    }

    /// <summary>The class with the highest score, (batch).</summary>
    public Tensor Predict(Tensor tokens) => Evaluate(() => Forward(tokens).ArgMax());

    /// <summary>The share of sentences that get their right class.</summary>
    /// <exception cref="ArgumentException">There is not one label a sentence.</exception>
    public float Accuracy(Tensor tokens, Tensor labels)
    {
        var predicted = Predict(tokens);
        Expect.SameShape(labels, predicted.Shape);
        var right = predicted.ToArray().Zip(labels.ToArray()).Count(pair => pair.First == pair.Second);
        return (float)right / labels.Shape.Size;
    }

    /// <summary>The word vectors, (batch, length, width), and 1 for a word, 0 for padding, (batch,
    /// length); no mask where nothing is padding.</summary>
    internal (Tensor Vectors, Tensor? Mask) Embed(Tensor tokens)
    {
        var mask = WordMask.Of(tokens, _padded, nameof(tokens));
        return (_embedding.Forward(tokens), mask);
    }

    /// <summary>The scores, (batch, classes), of word vectors.</summary>
    internal Tensor Classify(Tensor vectors, Tensor? mask) => _linear.Forward(Read(vectors, mask));

    private Tensor Read(Tensor vectors, Tensor? mask) =>
        _layer is null ? Mean(vectors, mask) : _layer.Summary(_layer.Run(vectors, mask: mask).Last);

    // Σ over the words ÷ their number
    private static Tensor Mean(Tensor x, Tensor? mask) => mask is null
        ? x.Mean(axis: 1)
        : (x * mask.Unsqueeze(-1)).Sum(axis: 1) / mask.Sum(axis: 1).Unsqueeze(-1);
}
