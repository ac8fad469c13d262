using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

/// <summary>What a student writes in a cell with the operations that a cell has.</summary>
public class OperationsOfOnesOwn
{
    [Fact]
    public void Layer_normalization_is_written_in_a_cell_and_checked()
    {
        var rng = new TorchRandom(1);
        Tensor[] inputs = [Tensor.Randn(rng, 2, 3, 4), Tensor.Randn(rng, 4), Tensor.Randn(rng, 4)];
        var (x, gain, bias) = (inputs[0].RequireGrad(), inputs[1].RequireGrad(), inputs[2].RequireGrad());
        var weights = Tensor.Randn(rng, 2, 3, 4);

        Tensor LayerNorm()
        {
            var centered = x - x.Mean(axis: -1, keep: true);
            var variance = centered.Pow(2).Mean(axis: -1, keep: true);
            return centered / (variance + 1e-5f).Sqrt() * gain + bias;
        }

        Assert.InRange(GradientCheck.LargestError(() => (LayerNorm() * weights).Sum(), inputs), 0, 1e-3f);
    }

    [Fact]
    public void A_function_of_ones_own_counts_as_the_same_formula_on_the_tape()
    {
        var x = Tensor.Randn(new TorchRandom(2), 5).RequireGrad();
        var own = Tensor.Function([x], () => x.Tanh(), dy => [(1 - x.Tanh().Pow(2)) * dy]);
        own.Sum().Backward();
        var mine = x.Grad!.Detach();
        x.ZeroGrad();
        x.Tanh().Sum().Backward();

        Assert.Equal(x.Tanh().ToArray(), own.ToArray());
        Assert.True(x.Grad!.AllClose(mine, 1e-6f, 1e-6f));
    }

    [Fact]
    public void A_function_that_returns_its_input_leaves_the_input_as_it_is()
    {
        var x = Tensor.FromArray([1f, 2]).RequireGrad();

        Tensor.Function([x], () => x, dy => [3 * dy]).Sum().Backward();

        Assert.Equal([3f, 3], x.Grad!.ToArray());
    }

    [Fact]
    public void A_gradient_in_another_shape_or_number_is_named()
    {
        var (x, b) = (Tensor.Zeros(2, 3).RequireGrad(), Tensor.Zeros(3).RequireGrad());

        Refused.With<InvalidOperationException>(
            "backward's gradient 1 is (2, 3), and input 1 is (3)",
            () => Tensor.Function([x, b], () => x + b, dy => [dy, dy]).Sum().Backward());
        Refused.With<InvalidOperationException>(
            "backward gave 1 gradients, and the function has 2 inputs",
            () => Tensor.Function([x, b], () => x + b, dy => [dy]).Sum().Backward());
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(-3, 3, -27)]
    [InlineData(4, -0.5, 0.5)]
    [InlineData(2, 0.5, 1.41421356)]
    [InlineData(-2, 0.5, double.NaN)]
    [InlineData(0, 0, 1)]
    [InlineData(0, -1, double.PositiveInfinity)]
    [InlineData(1.5, 80, 122264598055704.64)]
    public void A_power_is_what_PyTorch_says(float x, float p, double power) =>
        Assert.Equal((float)power, Tensor.FromArray([x]).Pow(p).Item(), double.IsFinite(power) ? 1e-6f * Math.Max(1, (float)Math.Abs(power)) : 0);

    [Fact]
    public void Equal_largest_numbers_share_the_gradient()
    {
        var x = Tensor.FromArray([3f, 1, 3]).RequireGrad();

        x.Max().Backward();

        Assert.Equal([0.5f, 0, 0.5f], x.Grad!.ToArray());
        Assert.True(float.IsNaN(Tensor.FromArray([1f, float.NaN, 2]).Max().Item()));
    }
}
