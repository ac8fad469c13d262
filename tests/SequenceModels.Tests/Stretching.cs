using CsCheck;

namespace SequenceModels.Tests;

/// <summary>Operations on shapes that stretch to each other, against loops over single numbers: the same bits, gradients too.</summary>
public class Stretching
{
    private static readonly Gen<(int[] Shape, int Missing, bool[] AreOne, bool[] AreOneToo, int Seed)> _cases = Gen.Select(
        Gen.Int[1, 9].Array[0, 4], Gen.Int[0, 4], Gen.Bool.Array[4], Gen.Bool.Array[4], Gen.Int[0, 1000]);

    private static readonly (Func<Tensor, Tensor, Tensor> Of, Func<float, float, float> Each, Func<float, float, (float, float)> Derivatives)[] _operators =
    [
        ((a, b) => a + b, (a, b) => a + b, (_, _) => (1, 1)),
        ((a, b) => a - b, (a, b) => a - b, (_, _) => (1, -1)),
        ((a, b) => a * b, (a, b) => a * b, (a, b) => (b, a)),
        ((a, b) => a / b, (a, b) => a / b, (a, b) => (1 / b, -a / (b * b))),
        (Tensor.Maximum, Math.Max, (a, b) => a > b ? (1, 0) : a < b ? (0, 1) : (0.5f, 0.5f)),
    ];

    [Fact]
    public void Operators_are_what_they_are_of_single_numbers() => _cases.Sample(given =>
    {
        var (one, other) = Shapes(given.Shape, given.Missing, given.AreOne, given.AreOneToo);
        var rng = new TorchRandom(given.Seed);
        foreach (var (of, each, derivatives) in _operators)
        {
            var (a, b) = (Rounded(rng, one).RequireGrad(), Rounded(rng, other).RequireGrad());
            var y = of(a, b);
            var weights = Tensor.Randn(rng, y.Shape);
            (y * weights).Sum().Backward();

            var (da, db, expected) = (new float[a.Shape.Size], new float[b.Shape.Size], new float[y.Shape.Size]);
            for (var i = 0; i < expected.Length; i++)
            {
                var (atA, atB) = (Place(i, y.Shape, a.Shape), Place(i, y.Shape, b.Shape));
                var (x, z) = (a.ToArray()[atA], b.ToArray()[atB]);
                expected[i] = each(x, z);
                da[atA] += weights.ToArray()[i] * derivatives(x, z).Item1;
                db[atB] += weights.ToArray()[i] * derivatives(x, z).Item2;
            }

            Assert.Equal(expected, y.ToArray());
            Assert.Equal(da, a.Grad!.ToArray());
            Assert.Equal(db, b.Grad!.ToArray());
        }
    }, iter: 200);

    [Fact]
    public void Masks_cover_what_they_stretch_to() => _cases.Sample(given =>
    {
        var (shape, smaller) = (given.Shape, Shapes(given.Shape, given.Missing, [false, false, false, false], given.AreOne).Other);
        var rng = new TorchRandom(given.Seed);
        var (x, mask, weights) = (Tensor.Randn(rng, shape).RequireGrad(), Rounded(rng, smaller), Tensor.Randn(rng, shape));
        var y = x.MaskedFill(mask, -7);
        (y * weights).Sum().Backward();

        for (var i = 0; i < y.Shape.Size; i++)
        {
            var isCovered = mask.ToArray()[Place(i, x.Shape, mask.Shape)] != 0;
            Assert.Equal(isCovered ? -7 : x.ToArray()[i], y.ToArray()[i]);
            Assert.Equal(isCovered ? 0 : weights.ToArray()[i], x.Grad!.ToArray()[i]);
        }
    }, iter: 200);

    [Theory]
    [InlineData(float.NaN, 1, float.NaN)]
    [InlineData(1, float.NaN, float.NaN)]
    [InlineData(float.NaN, float.NegativeInfinity, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.MaxValue, float.MaxValue, float.MaxValue)]
    public void The_larger_of_special_numbers_is_that_of_single_ones(float a, float b, float expected)
    {
        Assert.Equal(float.IsNegative(expected), float.IsNegative(Math.Max(a, b)));
        Assert.All(Tensor.Maximum(Tensor.Full(a, 9), Tensor.Full(b, 9)).ToArray(), value => Assert.Equal(Bits(expected), Bits(value)));
    }

    [Fact]
    public void Zero_is_larger_than_negative_zero()
    {
        The_larger_of_special_numbers_is_that_of_single_ones(0, float.NegativeZero, 0);
        The_larger_of_special_numbers_is_that_of_single_ones(float.NegativeZero, 0, 0);
    }

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(-0f, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    public void A_rectifier_keeps_NaN_and_has_no_negative_zero(float x, float expected) =>
        Assert.All(Tensor.Full(x, 9).Relu().ToArray(), value => Assert.Equal(Bits(expected), Bits(value)));

    // All NaNs are alike.
    private static int Bits(float value) => float.IsNaN(value) ? -1 : BitConverter.SingleToInt32Bits(value);

    // Numbers of which many are equal, and some are 0.
    private static Tensor Rounded(TorchRandom rng, int[] shape)
    {
        var values = Tensor.Randn(rng, shape).ToArray();
        return Tensor.FromArray([.. values.Select((value, i) => i % 3 == 0 ? MathF.Round(value) : value)]).Reshape(shape);
    }

    // Two that stretch to a shape, the second perhaps with fewer axes.
    private static (int[] One, int[] Other) Shapes(int[] shape, int missing, bool[] areOne, bool[] areOneToo) =>
        ([.. shape.Select((length, axis) => areOne[axis] ? 1 : length)],
            [.. shape.Select((length, axis) => areOneToo[axis] ? 1 : length).Skip(missing)]);

    private static int Place(int i, Shape shape, Shape of)
    {
        var (place, step) = (0, 1);
        for (var back = 1; back <= of.Rank; back++)
        {
            place += (of[^back] == 1 ? 0 : i % shape[^back]) * step;
            (i, step) = (i / shape[^back], step * of[^back]);
        }

        return place;
    }
}
