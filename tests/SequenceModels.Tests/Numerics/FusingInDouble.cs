using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

public sealed class FusingInDouble
{
    private static readonly float[] _special =
    [
        0, -0f, 1, -1, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
        MathF.ScaleB(1, -126), MathF.ScaleB(1, -75), -MathF.ScaleB(1, -75), MathF.BitIncrement(1), MathF.BitDecrement(1), MathF.ScaleB(1, 64),
    ];

    [Fact]
    public void Any_bits_give_what_the_runtime_s_own_gives()
    {
        var random = new Random(1);
        for (var i = 0; i < 300_000; i++)
        {
            var (a, b, c) = (Any(random), Any(random), Any(random));
            AssertFused(a, b, c);
            AssertFused(a, b, -a * b); // what is left of the product
        }
    }

    [Fact]
    public void Special_values_do_too() =>
        Assert.All(_special, a => Assert.All(_special, b => Assert.All(_special, c => AssertFused(a, b, c))));

    [Fact]
    public void A_sum_in_the_middle_of_two_floats_goes_to_the_side_of_the_rest()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            // An odd product of 25 bits is in the middle of two floats of 24; what is added is too little for a double to hold.
            var (a, b) = (4097 + 2 * random.Next(2048), 4097 + 2 * random.Next(2048));
            if (a * b < 1 << 25)
            {
                var (size, rest) = (random.Next(-60, 60), random.Next(2) == 0 ? 1f : -1f);
                AssertFused(MathF.ScaleB(a, size), b, MathF.ScaleB(rest, size - 31));
                AssertFused(MathF.ScaleB(-a, size), b, MathF.ScaleB(rest, size - 31));
            }
        }
    }

    [Fact]
    public void Among_the_smallest_floats_the_middle_is_elsewhere()
    {
        var (more, less) = (MathF.ScaleB(MathF.BitIncrement(1), -75), MathF.ScaleB(1 - MathF.ScaleB(1, -23), -75)); // the product: 2⁻¹⁵⁰ (1 − 2⁻⁴⁶)
        for (var i = 0; i < 1000; i++)
        {
            var small = BitConverter.Int32BitsToSingle((1 << 22) + i);
            AssertFused(more, less, small);
            AssertFused(-more, less, -small);
            AssertFused(-more, less, small);
        }
    }

    [Fact]
    public void A_tile_is_the_chains_of_sums_that_it_stands_for()
    {
        var random = new Random(3);
        for (var rows = 1; rows <= 6; rows++)
        {
            AssertTile(Numbers(rows * 40), Numbers(40 * 8), Numbers(rows * 8));
        }

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Fact]
    public void A_tile_with_a_doubtful_sum_is_too()
    {
        var (rest, small) = (MathF.ScaleB(1, -33), BitConverter.Int32BitsToSingle((1 << 22) + 1));
        var (more, less) = (MathF.ScaleB(MathF.BitIncrement(1), -75), MathF.ScaleB(1 - MathF.ScaleB(1, -23), -75));
        foreach (var (first, a, b) in new[] { (rest, 4099, 4099), (-rest, 4099, 4099), (small, more, less), (small, -more, less) })
        {
            AssertTile([first, a], [.. Eight(1), .. Eight(b)], Eight(0)); // what comes first would be lost in a double
        }
    }

    private static float[] Eight(float value) => [.. Enumerable.Repeat(value, 8)];

    private static unsafe void AssertTile(float[] a, float[] b, float[] c)
    {
        Assert.SkipUnless(Sse41.IsSupported, "The tile is for x64.");
        var (rows, k) = (c.Length / 8, b.Length / 8);
        foreach (var add in new[] { false, true })
        {
            var result = c.ToArray();
            fixed (float* pa = a, pb = b, pc = result)
            {
                TileInDouble.Multiply(rows, k, pa, k, 1, pb, 8, pc, 8, add);
            }

            for (var i = 0; i < c.Length; i++)
            {
                var sum = add ? c[i] : 0;
                for (var p = 0; p < k; p++)
                {
                    sum = MathF.FusedMultiplyAdd(a[i / 8 * k + p], b[p * 8 + i % 8], sum);
                }

                Assert.Equal(BitConverter.SingleToInt32Bits(sum), BitConverter.SingleToInt32Bits(result[i]));
            }
        }
    }

    private static float Any(Random random) => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));

    private static void AssertFused(float a, float b, float c)
    {
        var (expected, fused) = (MathF.FusedMultiplyAdd(a, b, c), FusedInDouble.Of(Vector128.Create(a), Vector128.Create(b), Vector128.Create(1, c, 2, c)));
        for (var i = 1; i < 4; i += 2)
        {
            Assert.True(
                float.IsNaN(expected) ? float.IsNaN(fused[i]) : BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(fused[i]),
                $"{a:R} · {b:R} + {c:R}: expected {expected:R}, got {fused[i]:R}");
        }
    }
}
