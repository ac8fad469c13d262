using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Lectures.Recurrent.Data;

/// <summary>The translator without attention, trained twenty times as long as the one with it in the lessons: half a
/// minute, too long for a cell.</summary>
internal static class PlainTranslator
{
    private const int _steps = 6000;
    private const float _learningRate = 0.006f;

    public static DataFile File { get; } = new("plain-lstm-french.safetensors", (path, say, stop) =>
    {
        var rng = new TorchRandom(1);
        var model = Seq2Seq.Plain(
            Task.SourceVocabulary.Count, Task.TargetVocabulary.Count, width: 32, hiddenSize: 64, rng, CellKind.Lstm);
        var adam = new Adam(model.Parameters(), _learningRate);
        foreach (var made in new Trainer(adam, clipNorm: 1).Steps(Task.Batches(_steps, 64, rng), model.Loss, stop))
        {
            adam.LearningRate = _learningRate * Math.Max(0.02f, 1 - (float)made.Step / _steps);
            if (made.Step % 500 == 0)
            {
                say($"step {made.Step} of {_steps}, loss {made.Loss:0.000}");
            }
        }

        stop.ThrowIfCancellationRequested();
        model.Save(path);
    });

    public static MiniFrench Task => new(new TorchRandom(1));
}
