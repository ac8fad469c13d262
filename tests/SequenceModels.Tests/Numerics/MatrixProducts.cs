using CsCheck;
using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

public sealed class MatrixProducts
{
    private static readonly int[] Sizes = [1, 2, 3, 5, 6, 7, 15, 16, 17, 31, 32, 33, 47, 64, 100, 257];

    private static readonly Gen<ProductCase> Cases =
        from m in Gen.Int[1, 140]
        from n in Gen.Int[1, 140]
        from k in Gen.Int[0, 300]
        from transposeA in Gen.Bool
        from transposeB in Gen.Bool
        from accumulate in Gen.Bool
        from padding in Gen.Int[0, 3]
        from seed in Gen.UInt
        select new ProductCase(m, n, k, transposeA, transposeB, accumulate, padding, seed);

    [Fact]
    public void A_product_has_the_bits_of_the_plain_triple_loop() =>
        Cases.Sample(c => c.Multiply().AsSpan().SequenceEqual(c.TripleLoop()), iter: 300);

    [Fact]
    public void A_product_is_the_double_precision_product_up_to_rounding() =>
        Cases.Sample(c => c.LargestErrorInUnits() <= 2 * Math.Sqrt(c.K) + 1, iter: 300);

    [Fact]
    public void A_product_shared_between_cores_has_the_same_bits()
    {
        foreach (var (m, n, k) in new[] { (200, 300, 100), (300, 33, 300), (128, 128, 128), (500, 50, 80), (48, 1000, 30) })
        {
            foreach (var transpose in new[] { false, true })
            {
                var c = new ProductCase(m, n, k, transpose, !transpose, true, 1, 7);
                Assert.Equal(c.TripleLoop(), c.Multiply());
            }
        }
    }

    [Fact]
    public void Nothing_beside_the_target_is_written()
    {
        var c = new ProductCase(7, 19, 5, false, true, false, 3, 1);
        var result = c.Multiply();
        for (var i = 0; i < result.Length; i++)
        {
            if (i % (c.N + c.Padding) >= c.N)
            {
                Assert.Equal(c.Target[i], result[i]);
            }
        }
    }

    [Theory]
    [InlineData("a", 5, 12, 20)]
    [InlineData("b", 6, 11, 20)]
    [InlineData("c", 6, 12, 7)]
    public void A_matrix_that_does_not_fit_its_span_is_refused_by_name(string name, int a, int b, int c)
    {
        var error = Assert.Throws<ArgumentException>(
            () => MatrixProduct.Multiply(false, false, 2, 4, 3, new float[a], 3, new float[b], 4, new float[c], 4));
        Assert.StartsWith($"{name} has ", error.Message, StringComparison.Ordinal);
    }
}
