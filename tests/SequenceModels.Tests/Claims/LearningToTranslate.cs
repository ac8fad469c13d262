using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace SequenceModels.Tests.Claims;

/// <summary>What looking back at the source is worth, over three seeds: GRUs of 64 units, batches of 64, Adam from 0.015
/// down to nearly 0, gradients clipped to 1.</summary>
[Trait("Category", "claims")]
public class LearningToTranslate
{
    private const float LearningRate = 0.015f;
    private const int BatchSize = 64, Width = 32, Hidden = 64;

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_attention_all_of_400_French_sentences_never_seen_are_right_after_300_steps(int seed)
    {
        var task = new MiniFrench(new TorchRandom(seed));

        Assert.Equal(1, Attending(task, steps: 300, seed).ExactMatch(task.Encode(task.HeldOut)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_attention_hardly_any_is(int seed)
    {
        var task = new MiniFrench(new TorchRandom(seed));

        Assert.InRange(Plain(task, steps: 300, seed).ExactMatch(task.Encode(task.HeldOut)), 0, 0.02f);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_attention_words_of_any_length_are_reversed_after_400_steps(int seed)
    {
        var task = new Reversal(new TorchRandom(seed));

        var right = Attending(task, steps: 400, seed).ExactMatchByLength(task.Encode(task.HeldOut));

        Assert.All(right, share => Assert.InRange(share.Value, 0.94f, 1));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_attention_short_words_are_reversed_and_long_ones_are_not(int seed)
    {
        var task = new Reversal(new TorchRandom(seed));

        var right = Plain(task, steps: 400, seed).ExactMatchByLength(task.Encode(task.HeldOut));

        Assert.InRange(right[3], 0.9f, 1);
        Assert.InRange(right[10], 0, 0.3f);
    }

    private static Seq2Seq Attending(TranslationTask task, int steps, int seed) => Trained(
        task, steps, seed, (words, targetWords, rng) => Seq2Seq.WithAttention(words, targetWords, Width, Hidden, rng));

    private static Seq2Seq Plain(TranslationTask task, int steps, int seed) => Trained(
        task, steps, seed, (words, targetWords, rng) => Seq2Seq.Plain(words, targetWords, Width, Hidden, rng));

    private static Seq2Seq Trained(
        TranslationTask task, int steps, int seed, Func<int, int, TorchRandom, Seq2Seq> make)
    {
        var rng = new TorchRandom(seed);
        var model = make(task.SourceVocabulary.Count, task.TargetVocabulary.Count, rng);
        var adam = new Adam(model.Parameters(), LearningRate);
        var training = new Trainer(adam, clipNorm: 1).Steps(
            task.Batches(steps, BatchSize, rng), model.Loss, TestContext.Current.CancellationToken);
        foreach (var made in training)
        {
            adam.LearningRate = LearningRate * Math.Max(0.02f, 1 - (float)made.Step / steps);
        }

        return model;
    }
}
