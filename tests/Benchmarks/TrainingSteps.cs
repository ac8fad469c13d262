using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Benchmarks;

/// <summary>The sizes of a sequence task.</summary>
public sealed record StepShape(int Batch, int Length, int Inputs, int Hidden)
{
    public static IEnumerable<StepShape> All =>
        [new(1, 12, 4, 3), new(16, 20, 16, 32), new(32, 20, 32, 64), new(32, 50, 64, 128), new(64, 50, 64, 256)];

    public override string ToString() => $"batch={Batch} length={Length} inputs={Inputs} hidden={Hidden}";
}

/// <summary>Endless training, a step each time the next is asked for.</summary>
internal static class TrainingSteps
{
    public static IEnumerable<TrainingStep> OfLstm(StepShape shape) =>
        Of(shape, rng => new Lstm(shape.Inputs, shape.Hidden, rng));

    /// <summary>Forward, cross-entropy of the last state through a linear map, backward, Adam.</summary>
    public static IEnumerable<TrainingStep> Of(StepShape shape, Func<TorchRandom, RecurrentLayer> create)
    {
        var rng = new TorchRandom(1);
        var (network, linear) = (create(rng), new Linear(shape.Hidden, 10, rng));
        var x = Tensor.Randn(rng, shape.Batch, shape.Length, shape.Inputs);
        var y = Labels(rng, 10, shape.Batch);
        var trainer = new Trainer(new Adam([.. network.Parameters(), .. linear.Parameters()]));
        return trainer.Steps(
            Enumerable.Repeat(x, int.MaxValue), x => Loss.CrossEntropy(linear.Forward(network.Run(x).Last.H[^1]), y));
    }

    /// <summary>Additive attention over an LSTM encoder and decoder, teacher-forced; the norm clipped to 1.</summary>
    public static IEnumerable<TrainingStep> OfAttention()
    {
        const int Batch = 64, Source = 16, Target = 17, Embed = 32, Hidden = 64, SourceWords = 32, TargetWords = 44;
        var rng = new TorchRandom(2);
        var sourceEmbedding = new Embedding(SourceWords, Embed, rng);
        var targetEmbedding = new Embedding(TargetWords, Embed, rng);
        var (encoder, decoder) = (new Lstm(Embed, Hidden, rng), new Lstm(Embed, Hidden, rng));
        var attention = new AdditiveAttention(Hidden, Hidden, Hidden, rng);
        var projection = new Linear(2 * Hidden, TargetWords, rng);
        var (x, y) = (Labels(rng, SourceWords, Batch, Source), Labels(rng, TargetWords, Batch, Target + 1));
        Module[] modules = [sourceEmbedding, targetEmbedding, encoder, decoder, attention, projection];
        var trainer = new Trainer(new Adam(modules.SelectMany(module => module.Parameters())), clipNorm: 1);
        return trainer.Steps(Enumerable.Repeat(x, int.MaxValue), x =>
        {
            var (states, last) = encoder.Forward(sourceEmbedding.Forward(x));
            var (outputs, _) = decoder.Forward(targetEmbedding.Forward(y[.., ..Target]), last);
            var (context, _) = attention.Forward(outputs, states);
            var logits = projection.Forward(Tensor.Concat([outputs, context], axis: -1));
            return Loss.CrossEntropy(logits, y[.., 1..]);
        });
    }

    /// <summary>Bahdanau's network: a GRU that reads in both directions, and a decoder that looks before each step; the norm
    /// clipped to 1.</summary>
    public static IEnumerable<TrainingStep> OfBahdanau()
    {
        const int Batch = 64, Source = 16, Target = 17, Embed = 32, Hidden = 64, SourceWords = 32, TargetWords = 44;
        var rng = new TorchRandom(4);
        var network = Seq2Seq.Bahdanau(SourceWords, TargetWords, Embed, Hidden, rng);
        var (x, y) = (Labels(rng, SourceWords - 1, Batch, Source) + 1, Labels(rng, TargetWords - 1, Batch, Target) + 1);
        var trainer = new Trainer(new Adam(network.Parameters()), clipNorm: 1);
        return trainer.Steps(
            Enumerable.Repeat(x, int.MaxValue), x => Loss.CrossEntropy(network.Forward(x, y), y, ignore: Vocabulary.Padding));
    }

    /// <summary>A Transformer block that guesses the next of 90 characters, 4 heads; the norm clipped to 1.</summary>
    public static IEnumerable<TrainingStep> OfTransformer(int length, int width)
    {
        const int Batch = 16, Words = 90;
        var rng = new TorchRandom(5);
        var network = new TransformerLanguageModel(Words, width, rng, heads: 4);
        var (x, y) = (Labels(rng, Words, Batch, length), Labels(rng, Words, Batch, length));
        var trainer = new Trainer(new Adam(network.Parameters()), clipNorm: 1);
        return trainer.Steps(Enumerable.Repeat(x, int.MaxValue), x => Loss.CrossEntropy(network.Forward(x), y));
    }

    /// <summary>An LSTM that reads 256 texts of 500 words: the shape in which users set libraries side by side
    /// (pytorch/pytorch issue 94457).</summary>
    public static IEnumerable<TrainingStep> OfTexts()
    {
        const int Batch = 256, Length = 500, Words = 10_000, Embed = 32, Hidden = 100;
        var rng = new TorchRandom(3);
        var (embedding, network) = (new Embedding(Words, Embed, rng), new Lstm(Embed, Hidden, rng));
        var linear = new Linear(Hidden, 2, rng);
        var (x, y) = (Labels(rng, Words, Batch, Length), Labels(rng, 2, Batch));
        Module[] modules = [embedding, network, linear];
        var trainer = new Trainer(new Adam(modules.SelectMany(module => module.Parameters())));
        return trainer.Steps(Enumerable.Repeat(x, int.MaxValue), x =>
            Loss.CrossEntropy(linear.Forward(network.Run(embedding.Forward(x)).Last.H[^1]), y));
    }

    private static Tensor Labels(TorchRandom rng, int classes, params int[] shape) =>
        Tensor.FromArray([.. Tensor.Uniform(rng, 0, classes, shape).ToArray().Select(MathF.Floor)], shape);
}
