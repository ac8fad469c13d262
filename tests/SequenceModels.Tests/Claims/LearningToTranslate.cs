using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace SequenceModels.Tests.Claims;

public class LearningToTranslate
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void With_attention_French_never_seen_is_translated_without_a_mistake(int seed)
    {
        var task = new MiniFrench(new TorchRandom(seed));

        Assert.Equal(1, ExactMatch(task, Attending(task, seed), steps: 250, seed));
    }

    [Fact]
    public void Without_it_as_many_steps_teach_next_to_nothing()
    {
        var task = new MiniFrench(new TorchRandom(1));

        Assert.InRange(ExactMatch(task, Plain(task, seed: 1), steps: 250, seed: 1), 0, 0.05f);
    }

    private static Seq2Seq Attending(TranslationTask task, int seed) => Seq2Seq.WithAttention(
        task.SourceVocabulary.Count, task.TargetVocabulary.Count, width: 32, hiddenSize: 64, new TorchRandom(seed));

    private static Seq2Seq Plain(TranslationTask task, int seed) => Seq2Seq.Plain(
        task.SourceVocabulary.Count, task.TargetVocabulary.Count, width: 32, hiddenSize: 64, new TorchRandom(seed));

    // the rate sinks to a tenth, so that the last steps settle rather than jump
    private static float ExactMatch(TranslationTask task, Seq2Seq model, int steps, int seed)
    {
        const float Rate = 0.01f;
        var adam = new Adam(model.Parameters(), Rate);
        var batches = task.Batches(steps, batchSize: 32, new TorchRandom(seed));
        foreach (var made in new Trainer(adam, clipNorm: 1).Steps(
            batches, model.Loss, TestContext.Current.CancellationToken))
        {
            adam.LearningRate = Rate * Math.Max(0.1f, 1 - (float)made.Step / steps);
        }

        return model.ExactMatch(task.Encode(task.HeldOut));
    }
}
