using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>Lesson 11's texts and training, with other seeds.</summary>
internal static class Messages11
{
    private static readonly string[][] _messages = Table("compiler-messages.tsv"), _languages = Table("compiler-languages.tsv");
    private static readonly Vocabulary _letters = Vocabulary.OfCharacters(_messages.Select(row => row[2] + "\n"));
    private static readonly Vocabulary _signs = Vocabulary.OfCharacters(_languages.SelectMany(row => row[2..]));

    public static int Letters => _letters.Count;

    public static int Signs => _signs.Count;

    public static Batch Unseen { get; } = Windows("unseen").All();

    public static (string Text, int Language)[] Part(string part) => [.. _languages.Where(row => row[0] == part)
        .SelectMany(row => row[2..].Select((text, language) => (text, language)))];

    public static string[][] Table(string name) => [.. File.ReadLines(Path.Combine(CourseNotebooks.Root, "data", name))
        .Skip(1).Select(line => line.Split('\t'))];

    public static double Bits(LanguageModel model, float rate, int seed)
    {
        Train(model, rate, 350, Windows("training").Batches(350, 16, new TorchRandom(seed)), model.Loss);
        return model.Bits(Unseen);
    }

    public static TextClassifier Learned(TextClassifier reader, float rate, int seed)
    {
        var (rng, learn) = (new TorchRandom(seed), Part("training"));
        var chosen = Enumerable.Range(0, 12).SelectMany(_ => rng.Permutation(learn.Length).Chunk(64)).ToArray();
        Train(reader, rate, chosen.Length, chosen.Select(some => Encoded(some.Select(i => Piece(learn[i], rng)))),
            batch => Loss.CrossEntropy(reader.Forward(batch.Inputs), batch.Targets));
        return reader;
    }

    public static Batch Encoded(IEnumerable<(string Text, int Language)> some) => new(
        _signs.Tokens([.. some.Select(message => message.Text)]), Tensor.FromArray([.. some.Select(message => message.Language)]));

    private static TextWindows Windows(string part) => new(
        _letters, "\n" + string.Concat(_messages.Where(row => row[0] == part).Select(row => row[2] + "\n")), 32);

    private static (string Text, int Language) Piece((string Text, int Language) message, TorchRandom rng)
    {
        var start = rng.Integer(0, Math.Max(0, message.Text.Length - 30) + 1);
        return (string.Concat(message.Text.Skip(start).Take(30)), message.Language);
    }

    private static void Train(Module model, float rate, int steps, IEnumerable<Batch> batches, Func<Batch, Tensor> loss)
    {
        var adam = new Adam(model.Parameters(), rate);
        foreach (var step in new Trainer(adam, clipNorm: 1).Steps(batches, loss, TestContext.Current.CancellationToken))
        {
            adam.LearningRate = rate * Math.Max(0.02f, 1 - (float)step.Step / steps);
        }
    }
}
