using System.Collections.Concurrent;
using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What lesson 12 says of real pairs, for seeds that it does not use.</summary>
public sealed class Claims12
{
    private static readonly PairSplit _pairs = new(Part("training"), Part("unseen"));
    private static readonly TranslationTask _task = Task(_pairs);
    private static readonly ConcurrentDictionary<int, Seq2Seq> _withAttention = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Attention_nearly_doubles_BLEU_and_a_fifth_of_what_was_learned_is_known_by_heart(int seed)
    {
        var plain = Trained(_task, seed, Plain);
        var model = WithAttention(seed);
        var learned = _pairs.Training.Take(255).ToArray();
        var bleu = BleuOf(model, _task);

        Assert.InRange(model.ParameterCount / (double)plain.ParameterCount, 0.99, 1.01);
        Assert.InRange(bleu, 25, 28);
        Assert.InRange(BleuOf(plain, _task), 11, bleu / 1.7);
        Assert.InRange(model.ExactMatch(_task.Encode(_pairs.HeldOut)), 0, 0.02);
        Assert.InRange(BleuOf(model, _task, learned), 46, 52);
        Assert.InRange(model.ExactMatch(_task.Encode(learned)), 0.16, 0.24);
    }

    [Fact]
    public void Each_doubling_of_the_pairs_brings_three_to_four_points()
    {
        var bleu = new[] { 130, 260, 519, 1038 }.Select(count =>
        {
            var task = new TranslationTask(
                _pairs with { Training = [.. _pairs.Training.Take(count)] }, _task.SourceVocabulary, _task.TargetVocabulary);
            return BleuOf(count < 1038 ? Trained(task, 1, rng => Bahdanau(task, rng)) : WithAttention(1), task);
        }).ToArray();

        Assert.Equal([15, 18, 22, 25], bleu.Select(value => (int)Math.Round(value)));
    }

    [Fact]
    public void Without_attention_three_times_the_steps_bring_no_more_than_19() =>
        Assert.InRange(BleuOf(Trained(_task, 1, Plain, steps: 900), _task), 15.5, 19);

    [Fact]
    public void Split_at_random_it_seems_five_points_better_than_it_is()
    {
        SentencePair[] all = [.. _pairs.Training, .. _pairs.HeldOut];
        SentencePair[] mixed = [.. new TorchRandom(1).Permutation(all.Length).Select(i => all[i])];
        var task = Task(new PairSplit(mixed[255..], mixed[..255]));
        var random = BleuOf(Trained(task, 1, rng => Bahdanau(task, rng)), task);

        Assert.InRange(random - BleuOf(WithAttention(1), _task), 4.5, 5.5);
    }

    [Fact]
    public void No_unseen_message_has_three_fifths_of_its_words_in_common_with_one_that_is_learned_from()
    {
        HashSet<string> Words(SentencePair pair) => [.. Tokenizer.Split(pair.Source).Where(word => word.Any(char.IsLetter))];
        var learned = _pairs.Training.Select(Words).ToArray();

        Assert.Equal((1038, 255), (_pairs.Training.Count, _pairs.HeldOut.Count));
        Assert.All(_pairs.HeldOut.Select(Words), words => Assert.DoesNotContain(learned, other =>
            words.Intersect(other).Count() >= 0.6 * words.Union(other).Count()));
    }

    private static Seq2Seq Plain(TorchRandom rng) =>
        Seq2Seq.Plain(_task.SourceVocabulary.Count, _task.TargetVocabulary.Count, 48, 208, rng);

    // Trained once for all tests.
    private static Seq2Seq WithAttention(int seed) =>
        _withAttention.GetOrAdd(seed, _ => Trained(_task, seed, rng => Bahdanau(_task, rng)));

    private static Seq2Seq Bahdanau(TranslationTask task, TorchRandom rng) =>
        Seq2Seq.Bahdanau(task.SourceVocabulary.Count, task.TargetVocabulary.Count, 48, 96, rng);

    private static SentencePair[] Part(string part) => [.. Messages11.Table("compiler-french.tsv")
        .Where(row => row[0] == part).Select(row => new SentencePair(row[2], row[3]))];

    private static TranslationTask Task(PairSplit pairs) => new(
        pairs, Vocabulary.OfPieces(BytePairEncoding.Learn(pairs.Training.Select(pair => pair.Source), 700)),
        Vocabulary.OfPieces(BytePairEncoding.Learn(pairs.Training.Select(pair => pair.Target), 700)).ForTargets());

    private static Seq2Seq Trained(TranslationTask task, int seed, Func<TorchRandom, Seq2Seq> make, int steps = 300)
    {
        var rng = new TorchRandom(seed);
        var model = make(rng);
        var adam = new Adam(model.Parameters(), 0.01f);
        var training = new Trainer(adam, clipNorm: 1)
            .Steps(task.Batches(steps, 12, rng), model.Loss, TestContext.Current.CancellationToken);
        foreach (var step in training)
        {
            adam.LearningRate = 0.01f * Math.Max(0.02f, 1 - (float)step.Step / steps);
        }

        return model;
    }

    private static double BleuOf(Seq2Seq model, TranslationTask task, IReadOnlyList<SentencePair>? asked = null)
    {
        var pairs = asked ?? task.HeldOut;
        return Bleu.Of(
            [.. model.Greedy(task.SourceVocabulary.Tokens([.. pairs.Select(pair => pair.Source)]), maxLength: 30)
                .Select(translation => task.TargetVocabulary.Decode(translation.Tokens))],
            [.. pairs.Select(pair => pair.Target)]);
    }
}
