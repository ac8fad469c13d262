using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Sorts sentences into classes: word vectors, one vector for the sentence, scores.
/// <code>
///   tokens → embedding → mean of the vectors, or a recurrent network's last state → linear → logits
/// </code>
/// Padding never counts.
/// </summary>
public sealed class TextClassifier : Module
{
    private readonly Embedding _embedding;
    private readonly RecurrentLayer? _layer;
    private readonly Linear _linear;
    private readonly bool _padded;

    /// <summary>A classifier of given parts.</summary>
    /// <param name="embedding">The word vectors.</param>
    /// <param name="layer">What reads them; without one, their mean is taken.</param>
    /// <param name="linear">From the one vector of a sentence to a score for each class.</param>
    /// <param name="padded">Whether number 0 is padding; else it is a word like any other.</param>
    /// <exception cref="ArgumentException">The linear map does not take what comes before it.</exception>
    public TextClassifier(Embedding embedding, RecurrentLayer? layer, Linear linear, bool padded = true)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(linear);
        _embedding = Register("embedding", embedding);
        _layer = layer is null ? null : Register("rnn", layer);
        _linear = Register("linear", linear);
        _padded = padded;
        var width = layer?.HiddenSize ?? embedding.Weight.Shape[1];
        if (linear.Weight.Shape[1] != width)
        {
            throw new ArgumentException(
                $"linear takes vectors of {linear.Weight.Shape[1]} numbers, expected {width}.", nameof(linear));
        }
    }

    /// <summary>A classifier that averages the word vectors, and so is blind to their order.</summary>
    public static TextClassifier MeanPooling(int words, int width, int classes, TorchRandom rng) =>
        new(new Embedding(words, width, rng), null, new Linear(width, classes, rng));

    /// <summary>A classifier that reads the words in order.</summary>
    /// <param name="words">How many words the vocabulary has.</param>
    /// <param name="width">The width of the word vectors.</param>
    /// <param name="hiddenSize">The number of units.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="cell">What reads; a plain recurrent network, if not given.</param>
    public static TextClassifier Recurrent(
        int words, int width, int hiddenSize, int classes, TorchRandom rng, CellKind cell = CellKind.Rnn) =>
        new(
            new Embedding(words, width, rng), cell.Layer(width, hiddenSize, rng), new Linear(hiddenSize, classes, rng));

    /// <summary>The scores of each class: tokens (batch, length) give (batch, classes).</summary>
    /// <exception cref="ArgumentException">tokens is not (batch, length), or a sentence is all padding.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table.</exception>
    public Tensor Forward(Tensor tokens) => _linear.Forward(Encode(tokens));

    /// <summary>The one vector that stands for each sentence: the mean word vector, or the state after the last
    /// word.</summary>
    /// <inheritdoc cref="Forward"/>
    public Tensor Encode(Tensor tokens)
    {
        var (vectors, mask) = Embed(tokens);
        return Read(vectors, mask);
    }

    /// <summary>The class with the highest score, (batch).</summary>
    public Tensor Predict(Tensor tokens)
    {
        using (Tensor.NoGrad())
        {
            return Forward(tokens).ArgMax();
        }
    }

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
        _layer is null ? Mean(vectors, mask) : _layer.Run(vectors, mask: mask).Last.H[^1];

    // Σ over the words ÷ their number
    private static Tensor Mean(Tensor x, Tensor? mask) => mask is null
        ? x.Mean(axis: 1)
        : (x * mask.Unsqueeze(-1)).Sum(axis: 1) / mask.Sum(axis: 1).Unsqueeze(-1);
}
