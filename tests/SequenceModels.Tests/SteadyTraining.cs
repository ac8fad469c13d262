using SequenceModels.Layers;
using SequenceModels.Training;

namespace SequenceModels.Tests;

[Collection(nameof(SteadyTraining))]
[CollectionDefinition(nameof(SteadyTraining), DisableParallelization = true)] // it counts the process's collections
public class SteadyTraining
{
    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("rnn")]
    public void A_thousand_steps_use_the_same_memory_again(string kind)
    {
        var rng = new TorchRandom(1);
        RecurrentLayer network = kind switch
        {
            "lstm" => new Lstm(16, 32, rng),
            "gru" => new Gru(16, 32, rng),
            _ => new Rnn(16, 32, rng),
        };
        var linear = new Linear(32, 10, rng);
        var (x, labels) = (Tensor.Randn(rng, 16, 20, 16), Tensor.Zeros(16));
        using var training = new Trainer(new Adam([.. network.Parameters(), .. linear.Parameters()])).Steps(
            Enumerable.Repeat(x, 1020),
            x => Loss.CrossEntropy(linear.Forward(network.Run(x).Last.H[0]), labels),
            TestContext.Current.CancellationToken).GetEnumerator();
        Advance(20);
        var (bytes, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(2));

        Advance(1000);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - bytes) / 1000, 0, 16 * 1024);
        Assert.Equal(collections, GC.CollectionCount(2));

        void Advance(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                Assert.True(training.MoveNext());
            }
        }
    }
}
