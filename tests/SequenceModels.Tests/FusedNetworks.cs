using CsCheck;
using SequenceModels.Layers;

namespace SequenceModels.Tests;

/// <summary>The fast networks beside the loop over their cells, which is the definition.</summary>
public class FusedNetworks
{
    private static readonly Gen<NetworkCase> Cases =
        from kind in Gen.Int[0, 3].Select(index => new[] { "lstm", "gru", "tanh", "relu" }[index])
        from batch in Gen.Int[1, 9]
        from length in Gen.Int[1, 7]
        from inputs in Gen.Int[1, 20]
        from hidden in Gen.Int[1, 37]
        from layers in Gen.Int[1, 3]
        from masked in Gen.Bool
        from started in Gen.Bool
        from seed in Gen.UInt
        select new NetworkCase(kind, batch, length, inputs, hidden, layers, masked, started, seed);

    [Fact]
    public void A_fused_network_and_all_its_gradients_are_those_of_its_unrolled_cells() =>
        Cases.Sample(AgreesWithItsCells);

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("tanh")]
    public void So_is_one_whose_sequences_two_cores_share(string kind) =>
        AgreesWithItsCells(new NetworkCase(kind, 33, 12, 20, 65, 1, Masked: true, Started: true, Seed: 3));

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("relu")]
    public void Going_back_twice_gives_the_gradients_twice(string kind)
    {
        var run = new NetworkCase(kind, 3, 4, 5, 6, 2, Masked: true, Started: true, Seed: 4).Fused();
        var twice = run.Gradients.ConvertAll(gradient => gradient * 2f);

        run.Loss.Backward();

        Assert.All(run.Gradients.Zip(twice), pair => Assert.True(pair.First.AllClose(pair.Second, 1e-5f, 1e-5f)));
    }

    [Fact]
    public void The_memory_s_gradient_is_forgotten_by_a_loss_that_does_not_read_it()
    {
        var (lstm, x) = (new Lstm(3, 4, new TorchRandom(1)), Tensor.Randn(new TorchRandom(2), 2, 5, 3));
        var (output, (_, cN)) = lstm.Forward(x);
        cN.Sum().Backward();
        lstm.Parameters().ToList().ForEach(parameter => parameter.ZeroGrad());

        output.Sum().Backward();

        var alone = new Lstm(3, 4, new TorchRandom(1));
        alone.Forward(x).Output.Sum().Backward();
        Assert.Equal(
            alone.Parameters().SelectMany(parameter => parameter.Grad!.ToArray()),
            lstm.Parameters().SelectMany(parameter => parameter.Grad!.ToArray()));
    }

    private static void AgreesWithItsCells(NetworkCase network)
    {
        var (fused, composed) = (network.Fused(), network.Composed());
        Assert.Equal(composed.Results.Count, fused.Results.Count);
        for (var i = 0; i < fused.Results.Count; i++)
        {
            var (actual, expected) = (fused.Results[i], composed.Results[i]);
            var largest = expected.ToArray().Max(Math.Abs);
            Assert.True(
                actual.AllClose(expected, 1e-5f, 1e-6f + 1e-5f * largest),
                $"{network}: result {i}\nexpected {expected}\nactual   {actual}");
        }
    }
}
