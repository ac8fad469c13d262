using SequenceModels.Layers;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class Positions
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(2000, 64)]
    public void Are_the_paper_s_sines_and_cosines(int length, int width)
    {
        var table = new SinusoidalPositions(width).Table(length);

        for (var t = 0; t < length; t++)
        {
            for (var column = 0; column < width; column++)
            {
                var angle = t / Math.Pow(10000, (double)(column - column % 2) / width);
                Assert.Equal(column % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle), table[t, column].Item(), 1e-7);
            }
        }
    }

    [Fact]
    public void Are_added_and_let_the_gradient_pass()
    {
        var positions = new SinusoidalPositions(4);
        var x = Tensor.Randn(new TorchRandom(1), 2, 3, 4).RequireGrad();

        var y = positions.Forward(x);
        y.Backward(x.Detach());

        Assert.Equal((x + positions.Table(3)).ToArray(), y.ToArray());
        Assert.Equal(x.ToArray(), x.Grad!.ToArray());
        Assert.Empty(positions.Parameters());
    }

    [Fact]
    public void A_wrong_width_is_explained()
    {
        Refused.With<ArgumentException>(
            "x is (2, 3, 5), expected (batch, length, 4)",
            () => new SinusoidalPositions(4).Forward(Tensor.Zeros(2, 3, 5)));
        Refused.With<ArgumentException>("width is 0, expected at least 1", () => new SinusoidalPositions(0));
    }
}
