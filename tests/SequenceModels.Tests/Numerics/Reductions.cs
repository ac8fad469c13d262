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
        Arrays.Sample(x => Close(Sum(x), x.Sum(value => (double)value), x.Sum(value => Math.Abs((double)value))));

    [Fact]
    public void A_dot_product_is_the_sum_of_products_up_to_rounding() =>
        Arrays.Sample(x =>
        {
            var y = Values.Spread(x.Length, 1);
            var terms = x.Zip(y, (a, b) => (double)a * b).ToArray();
            return Close(Dot(x, y), terms.Sum(), terms.Sum(Math.Abs));
        });

    [Fact]
    public void A_maximum_is_the_largest_element() =>
        Arrays.Sample(x => Largest(x) == x.Append(float.NegativeInfinity).Max());

    [Fact]
    public unsafe void Each_row_has_a_result_of_its_own()
    {
        var x = Values.Spread(5 * 37, 1);
        var sixteens = stackalloc float[16 * 5];
        fixed (float* px = x)
        {
            Reduction.SumRows(new(px, 37), 5, 37, sixteens);
        }

        for (var row = 0; row < 5; row++)
        {
            Assert.Equal(Sum(x.AsSpan(37 * row, 37)), sixteens[16 * row]);
        }
    }

    [Fact]
    public void A_NaN_makes_its_whole_row_of_a_softmax_NaN_and_no_other()
    {
        for (var at = 0; at < 37; at++)
        {
            var (x, y) = (Values.Spread(3 * 37, 1, 100), new float[3 * 37]);
            x[37 + at] = float.NaN;
            foreach (var softmax in new[] { Softmax.Forward, (Softmaxed)LogSoftmax.Forward })
            {
                softmax(x, y, 37);
                Assert.All(y[37..74], value => Assert.Equal(float.NaN, value));
                Assert.All(y[..37].Concat(y[74..]), value => Assert.True(float.IsFinite(value)));
            }
        }
    }

    [Fact]
    public void Rows_of_a_softmax_are_the_shares_of_the_exponentials()
    {
        foreach (var columns in new[] { 1, 2, 5, 16, 17, 50, 100 })
        {
            var x = Values.Spread(columns * 7, (uint)columns, 30);
            var (y, logarithms) = (new float[x.Length], new float[x.Length]);
            Softmax.Forward(x, y, columns);
            LogSoftmax.Forward(x, logarithms, columns);
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
        Softmax.Forward(x, x, 5);
        Assert.Equal([0f, 0, 1, 0, 0], x);
    }

    private delegate void Softmaxed(ReadOnlySpan<float> x, Span<float> y, int columns);

    internal static unsafe float Sum(ReadOnlySpan<float> x)
    {
        var sixteen = stackalloc float[16];
        fixed (float* px = x)
        {
            Reduction.SumRows(new(px, 0), 1, x.Length, sixteen);
        }

        return *sixteen;
    }

    internal static unsafe float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sixteen = stackalloc float[16];
        fixed (float* px = x, py = y)
        {
            Reduction.SumRowsOfProducts(new(px, 0), new(py, 0), 1, x.Length, sixteen);
        }

        return *sixteen;
    }

    internal static unsafe float Largest(ReadOnlySpan<float> x)
    {
        var sixteen = stackalloc float[16];
        fixed (float* px = x)
        {
            Reduction.LargestOfRows(new(px, 0), 1, x.Length, sixteen);
        }

        return *sixteen;
    }

    private static bool Close(float actual, double expected, double size) => Math.Abs(actual - expected) <= 4e-6 * size;
}
