using SequenceModels.Layers;
using SequenceModels.Tasks;

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

    /// <summary>A classifier of given parts; without a recurrent layer it takes the mean of the word vectors.</summary>
    /// <exception cref="ArgumentException">The linear map does not take what comes before it.</exception>
    public TextClassifier(Embedding embedding, RecurrentLayer? layer, Linear linear, Dropout? dropout = null)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(linear);
        _embedding = Register("embedding", embedding);
        _layer = layer is null ? null : Register("rnn", layer);
        _dropout = dropout is null ? null : Register("dropout", dropout);
        _linear = Register("linear", linear);
        var width = layer?.HiddenSize ?? embedding.Weight.Shape[1];
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

    /// <summary>A classifier that reads the words in order, with a plain recurrent network.</summary>
    /// <param name="words">The number of words, padding included.</param>
    /// <param name="width">The width of a word's vector.</param>
    /// <param name="hiddenSize">The number of units of the recurrent network.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="rng">Where the initial values come from, and what dropout draws.</param>
    /// <param name="dropout">The share of the sentence's vector that is dropped in training.</param>
    public static TextClassifier Recurrent(
        int words, int width, int hiddenSize, int classes, TorchRandom rng, float dropout = 0) => new(
        new Embedding(words, width, rng), new Rnn(width, hiddenSize, rng), new Linear(hiddenSize, classes, rng),
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
        Expect.Shape(tokens, ["batch", "length"]);
        var (x, mask) = (_embedding.Forward(tokens), Words(tokens));
        return _layer is null ? Mean(x, mask) : _layer.Run(x, mask: mask).Last.H[^1];
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

    // Σ over the words ÷ their number
    private static Tensor Mean(Tensor x, Tensor mask) =>
        (x * mask.Unsqueeze(-1)).Sum(axis: 1) / mask.Sum(axis: 1).Unsqueeze(-1);

    /// <summary>1 for a word, 0 for padding.</summary>
    private static Tensor Words(Tensor tokens)
    {
        var mask = Vocabulary.Mask(tokens);
        var empty = Array.IndexOf(mask.Sum(axis: 1).ToArray(), 0);
        return empty < 0 ? mask : throw new ArgumentException(
            $"tokens has no words in sentence {empty}, only padding.", nameof(tokens));
    }
}
