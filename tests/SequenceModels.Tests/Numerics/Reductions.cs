using CsCheck;
using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

public sealed class Reductions
{
    private static readonly Gen<float[]> Arrays = Gen.Float[-10, 10]
        .Where(value => value == 0 || Math.Abs(value) > 1e-15f) // a square below float32's range is no matter of rounding
        .Array[0, 200];

    [Fact]
    public void A_sum_is_the_sum_up_to_rounding() =>
        Arrays.Sample(x => Close(Reduction.Sum(x), x.Sum(value => (double)value), x.Sum(value => Math.Abs((double)value))));

    [Fact]
    public void A_dot_product_is_the_sum_of_products_up_to_rounding() =>
        Arrays.Sample(x =>
        {
            var y = Values.Spread(x.Length, 1);
            var terms = x.Zip(y, (a, b) => (double)a * b).ToArray();
            return Close(Reduction.Dot(x, y), terms.Sum(), terms.Sum(Math.Abs));
        });

    [Fact]
    public void A_maximum_is_the_largest_element() =>
        Arrays.Sample(x => Reduction.Max(x) == x.Append(float.NegativeInfinity).Max());

    [Fact]
    public void A_NaN_anywhere_is_the_maximum()
    {
        for (var at = 0; at < 37; at++)
        {
            var x = Values.Spread(37, 1);
            x[at] = float.NaN;
            Assert.Equal(float.NaN, Reduction.Max(x));
        }
    }

    [Fact]
    public void Rows_of_a_softmax_are_the_shares_of_the_exponentials()
    {
        foreach (var columns in new[] { 1, 2, 5, 16, 17, 50, 100 })
        {
            var x = Values.Spread(columns * 7, (uint)columns, 30);
            var (y, logarithms) = (new float[x.Length], new float[x.Length]);
            Softmax.Rows(x, y, columns);
            Softmax.LogRows(x, logarithms, columns);
            for (var row = 0; row < 7; row++)
            {
                var total = x.Skip(row * columns).Take(columns).Sum(value => Math.Exp(value));
                for (var i = row * columns; i < (row + 1) * columns; i++)
                {
                    var share = Math.Exp(x[i]) / total;
                    Assert.Equal(share, y[i], 1e-5 * share);
                    Assert.Equal(Math.Log(share), logarithms[i], 1e-5);
                }
            }
        }
    }

    [Fact]
    public void A_masked_element_of_a_softmax_is_exactly_zero()
    {
        float[] x = [1, float.NegativeInfinity, 200, float.NegativeInfinity, -200];
        Softmax.Rows(x, x, 5);
        Assert.Equal([0f, 0, 1, 0, 0], x);
    }

    private static bool Close(float actual, double expected, double size) => Math.Abs(actual - expected) <= 4e-6 * size;
}
