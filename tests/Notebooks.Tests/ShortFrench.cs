using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>Lesson 06's translators: LSTMs of the lecture's sizes, for sentences of 5 to 7 words where not said
/// otherwise.</summary>
internal static class ShortFrench
{
    public static MiniFrench Task(int seed) =>
        new(new TorchRandom(seed), minWords: 5, maxWords: 7, training: 5000, heldOut: 200);

    public static Seq2Seq Plain(TranslationTask task, int steps, int seed)
    {
        var rng = new TorchRandom(seed);
        return Trained(
            Seq2Seq.Plain(task.SourceVocabulary.Count, task.TargetVocabulary.Count, 64, 128, rng, CellKind.Lstm),
            task, steps, rng);
    }

    public static Seq2Seq Attending(TranslationTask task, int steps, int seed)
    {
        var rng = new TorchRandom(seed);
        return Trained(
            Seq2Seq.WithAttention(task.SourceVocabulary.Count, task.TargetVocabulary.Count, 64, 128, rng, CellKind.Lstm),
            task, steps, rng);
    }

    private static Seq2Seq Trained(Seq2Seq model, TranslationTask task, int steps, TorchRandom rng)
    {
        var adam = new Adam(model.Parameters(), 0.01f);
        var training = new Trainer(adam, clipNorm: 1).Steps(
            task.Batches(steps, 64, rng), model.Loss, TestContext.Current.CancellationToken);
        foreach (var made in training)
        {
            adam.LearningRate = 0.01f * Math.Max(0.02f, 1 - (float)made.Step / steps);
        }

        return model;
    }
}
