using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class LearningToTranslate
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Attention_translates_French_never_seen_and_without_it_nothing_is_right_after_as_many_steps(int seed)
    {
        var task = new MiniFrench(new TorchRandom(seed));
        var (words, targetWords) = (task.SourceVocabulary.Count, task.TargetVocabulary.Count);

        var plain = Seq2Seq.Plain(words, targetWords, width: 32, hiddenSize: 64, new TorchRandom(seed));
        var attending = Seq2Seq.WithAttention(words, targetWords, width: 32, hiddenSize: 64, new TorchRandom(seed));

        Assert.Equal(1, ExactMatch(attending, task, steps: 300, seed));
        Assert.InRange(ExactMatch(plain, task, steps: 300, seed), 0, 0.05f);
    }

    private static float ExactMatch(Seq2Seq model, TranslationTask task, int steps, int seed)
    {
        new Trainer(new Adam(model.Parameters(), 0.008f), clipNorm: 1).Run(
            task.Batches(steps, batchSize: 32, new TorchRandom(seed)), model.Loss,
            cancellation: TestContext.Current.CancellationToken);
        return model.ExactMatch(task.Encode(task.HeldOut));
    }
}
