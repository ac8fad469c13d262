using CsCheck;
using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

public sealed class PortableFunctions
{
    [Fact]
    public void The_logarithm_agrees_with_the_platforms_to_two_units_in_the_last_place()
    {
        Gen.Double[0, 1].Sample(x => Units(PortableMath.Log(x), Math.Log(x)) <= 2, iter: 20_000);
        Gen.Double[0.5, 2].Sample(x => Units(PortableMath.Log(x), Math.Log(x)) <= 2, iter: 20_000);
        Gen.Double.Where(x => x > 0).Sample(x => Units(PortableMath.Log(x), Math.Log(x)) <= 2, iter: 20_000);
    }

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(1, 0)]
    [InlineData(double.Epsilon, -744.44007192138126)]
    public void The_logarithm_knows_its_limits(double x, double expected) => Assert.Equal(expected, PortableMath.Log(x));

    [Fact]
    public void The_exponential_agrees_with_the_platforms_to_two_units_in_the_last_place() =>
        Gen.Double[-700, 700].Sample(x => Units(PortableMath.Exp(x), Math.Exp(x)) <= 2, iter: 20_000);

    [Fact]
    public void A_turn_agrees_with_the_platforms_cosine_and_sine() =>
        Gen.Double[0, 1].Sample(
            u =>
            {
                var (cos, sin) = PortableMath.Turn(u);
                return Math.Abs(cos - Math.Cos(2 * Math.PI * u)) < 1e-15 && Math.Abs(sin - Math.Sin(2 * Math.PI * u)) < 1e-15;
            },
            iter: 20_000);

    [Fact]
    public void Quarter_turns_are_exact()
    {
        Assert.Equal((1, 0), PortableMath.Turn(0));
        Assert.Equal((0, 1), PortableMath.Turn(0.25));
        Assert.Equal((-1, 0), PortableMath.Turn(0.5));
        Assert.Equal((0, -1), PortableMath.Turn(0.75));
        Assert.Equal((1, 0), PortableMath.Turn(1));
    }

    private static double Units(double actual, double expected) =>
        actual == expected ? 0 : Math.Abs(actual - expected) / Math.ScaleB(1, Math.ILogB(expected) - 52);
}
