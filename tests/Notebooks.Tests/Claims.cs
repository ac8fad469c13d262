using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What the lessons say happens, for seeds that they do not use.</summary>
public sealed class Claims
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void On_bags_held_out_averaging_is_right_on_exactly_half_and_reading_on_all(int seed)
    {
        var data = new OrderSentiment(new TorchRandom(seed));
        var words = data.Vocabulary.Count;

        Assert.Equal(0.5f, Train(TextClassifier.MeanPooling(words, 8, 2, new TorchRandom(seed)), data, data.Training, data.HeldOut));
        Assert.Equal(1f, Train(TextClassifier.Recurrent(words, 8, 16, 2, new TorchRandom(seed)), data, data.Training, data.HeldOut));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void On_a_random_split_averaging_scores_below_chance(int seed)
    {
        var data = new OrderSentiment(new TorchRandom(seed));
        var all = data.Training.Concat(data.HeldOut).ToArray();
        var shuffled = Array.ConvertAll(new TorchRandom(seed).Permutation(all.Length), i => all[i]);
        var model = TextClassifier.MeanPooling(data.Vocabulary.Count, 8, 2, new TorchRandom(seed));

        Assert.InRange(Train(model, data, shuffled[120..], shuffled[..120]), 0.2f, 0.49f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_an_untrained_cell_the_trace_of_a_changed_word_fades(int seed)
    {
        var cell = new RnnCell(4, 8, new TorchRandom(seed));
        var rng = new TorchRandom(seed + 10);
        var (before, after) = (Tensor.Zeros(1, 8), Tensor.Zeros(1, 8));
        var distances = new List<float>();
        for (var t = 0; t < 9; t++)
        {
            var x = Tensor.Randn(rng, 1, 4);
            (before, after) = (cell.Forward(t == 0 ? Tensor.Randn(rng, 1, 4) : x, before), cell.Forward(x, after));
            distances.Add((before - after).ToArray().Max(Math.Abs));
        }

        Assert.InRange(distances[^1], 0, distances[0] / 20);
    }

    private static float Train(
        TextClassifier model, OrderSentiment data,
        IReadOnlyList<OrderSentiment.Review> training, IReadOnlyList<OrderSentiment.Review> test)
    {
        var rng = new TorchRandom(1);
        var batches = Enumerable.Range(0, 15).SelectMany(_ => rng.Permutation(training.Count).Chunk(32));
        var trainer = new Trainer(new Adam(model.Parameters(), 0.01f), clipNorm: 1);
        trainer.Run(batches.Select(chosen => data.Encode(Array.ConvertAll(chosen, i => training[i]))),
            batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets));
        var tests = data.Encode(test);
        return model.Accuracy(tests.Inputs, tests.Targets);
    }
}
