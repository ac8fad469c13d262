using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Lectures.Recurrent.Data;

/// <summary>The translator without attention, trained twenty times as long as the one with it in the lessons: half a
/// minute, too long for a cell.</summary>
internal static class PlainTranslator
{
    private const int Steps = 6000;
    private const float LearningRate = 0.006f;

    public static DataFile File { get; } = new("plain-lstm-french.safetensors", (path, say, stop) =>
    {
        var rng = new TorchRandom(1);
        var model = Seq2Seq.Plain(
            Task.SourceVocabulary.Count, Task.TargetVocabulary.Count, width: 32, hiddenSize: 64, rng, CellKind.Lstm);
        var adam = new Adam(model.Parameters(), LearningRate);
        foreach (var made in new Trainer(adam, clipNorm: 1).Steps(Task.Batches(Steps, 64, rng), model.Loss, stop))
        {
            adam.LearningRate = LearningRate * Math.Max(0.02f, 1 - (float)made.Step / Steps);
            if (made.Step % 500 == 0)
            {
                say($"step {made.Step} of {Steps}, loss {made.Loss:0.000}");
            }
        }

        stop.ThrowIfCancellationRequested();
        model.Save(path);
    });

    public static MiniFrench Task => new(new TorchRandom(1));
}
