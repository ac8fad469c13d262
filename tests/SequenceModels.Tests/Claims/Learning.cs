using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace SequenceModels.Tests.Claims;

/// <summary>Training as the lessons do it (Adam, gradients clipped to 1, batches of 32), measured on 256 fresh sequences as
/// it goes.</summary>
internal static class Learning
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    /// <summary>The share of right answers to "which symbol?" after every 20 steps.</summary>
    public static IEnumerable<float> Accuracies(
        EndlessTask task, Func<TorchRandom, RecurrentLayer> make, float learningRate, int steps, int seed)
    {
        var rng = new TorchRandom(seed);
        var (embedding, layer) = (new Embedding(9, 8, rng), make(rng));
        var model = new TextClassifier(embedding, layer, new Linear(layer.HiddenSize, 4, rng));
        var test = task.Draw(256, rng);
        var training = new Trainer(new Adam(model.Parameters(), learningRate), clipNorm: 1).Steps(
            task.Batches(steps, 32, rng), batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets));
        return training.Where(step => step.Step % 20 == 0).Select(_ => model.Accuracy(test.Inputs, test.Targets));
    }

    /// <summary>The mean squared error of a number read off the last state after every 50 steps.</summary>
    public static IEnumerable<float> Errors(
        EndlessTask task, Func<TorchRandom, RecurrentLayer> make, float learningRate, int steps, int seed)
    {
        var rng = new TorchRandom(seed);
        var layer = make(rng);
        var linear = new Linear(layer.HiddenSize, 1, rng);
        var test = task.Draw(256, rng);
        Tensor Error(Batch batch) =>
            Loss.MeanSquaredError(linear.Forward(layer.Run(batch.Inputs).Last.H[^1]), batch.Targets);

        var trainer = new Trainer(new Adam(layer.Parameters().Concat(linear.Parameters()), learningRate), clipNorm: 1);
        return trainer.Steps(task.Batches(steps, 32, rng), Error).Where(step => step.Step % 50 == 0).Select(_ =>
        {
            using (Tensor.NoGrad())
            {
                return Error(test).Item();
            }
        });
    }
}
