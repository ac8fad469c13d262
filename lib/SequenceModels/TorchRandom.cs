using MathNet.Numerics.Random;
using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>PyTorch's CPU random numbers: the same seed draws the same numbers as <c>torch.manual_seed</c>.</summary>
/// <remarks>
/// The raw draws are MathNet's Mersenne Twister (MT19937); this class turns them into uniforms, normals, integers and
/// permutations in PyTorch's way (aten/src/ATen/core/DistributionsHelper.h and native/cpu/DistributionTemplates.h).
/// One generator is one stream: whoever draws from it moves it on. It is not safe for use from several threads at once.
/// </remarks>
/// <param name="seed">The seed. As in PyTorch, only its lowest 32 bits count.</param>
public sealed class TorchRandom(long seed)
{
    private const int Block = 16; // normals come in blocks of 16, 8 pairs

    private readonly MersenneTwister _twister = new(unchecked((int)seed), threadSafe: false);
    private double? _spareNormal;

    /// <summary>The next raw 32 bits.</summary>
    public uint Bits() => (uint)(_twister.NextDouble() * 4294967296.0);

    /// <summary>A whole number from one bound up to, not including, another (random_): from + bits mod (to −
    /// from).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There isn't a number between the bounds.</exception>
    public int Integer(int from, int to) => from < to
        ? (int)(from + (long)(Bits() % (ulong)((long)to - from)))
        : throw new ArgumentOutOfRangeException(nameof(to), $"to is {to}, expected above from, which is {from}.");

    /// <summary>A number from 0 up to, not including, 1: a multiple of 2⁻²⁴.</summary>
    public float Uniform() => (Bits() & 0xFFFFFF) / 16777216f;

    /// <summary>Fills with numbers from one bound up to another (uniform_).</summary>
    public void Uniform(Span<float> values, float from = 0, float to = 1)
    {
        foreach (ref var value in values)
        {
            value = MathF.FusedMultiplyAdd(Uniform(), to - from, from); // rounded once, as in PyTorch's builds
        }
    }

    /// <summary>Fills with standard normal numbers (normal_); which numbers depends on how many are asked for at once,
    /// as in PyTorch.</summary>
    public void Normal(Span<float> values)
    {
        if (values.Length < Block)
        {
            foreach (ref var value in values)
            {
                value = (float)Normal();
            }

            return;
        }

        Uniform(values);
        for (var start = 0; start <= values.Length - Block; start += Block)
        {
            BoxMuller(values.Slice(start, Block));
        }

        if (values.Length % Block != 0)
        {
            // The rest is not padded: the last 16 are drawn afresh, over some that were finished.
            var last = values[^Block..];
            Uniform(last);
            BoxMuller(last);
        }
    }

    /// <summary>0 to n − 1 in random order (torch.randperm).</summary>
    public int[] Permutation(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        int[] order = [.. Enumerable.Range(0, n)];
        for (var i = 0; i < n - 1; i++)
        {
            var j = i + (int)(Bits() % (uint)(n - i));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    // √(−2 ln u) (cos 2πv, sin 2πv), with u in (0, 1].
    private static (double, double) PolarPair(double u, double v)
    {
        var (radius, (cos, sin)) = (Math.Sqrt(-2 * PortableMath.Log(u)), PortableMath.Turn(v));
        return (radius * cos, radius * sin);
    }

    // Eight pairs, whose members stand 8 apart.
    private static void BoxMuller(Span<float> block)
    {
        for (var i = 0; i < Block / 2; i++)
        {
            var (cos, sin) = PolarPair(1 - block[i], block[i + Block / 2]);
            (block[i], block[i + Block / 2]) = ((float)cos, (float)sin);
        }
    }

    // One at a time: a pair in double precision, whose second member is kept for the next call.
    private double Normal()
    {
        if (_spareNormal is { } spare)
        {
            _spareNormal = null;
            return spare;
        }

        var (v, u) = (Uniform53(), Uniform53());
        (var normal, _spareNormal) = PolarPair(1 - u, v);
        return normal;
    }

    private double Uniform53() => ((((ulong)Bits() << 32) | Bits()) & ((1UL << 53) - 1)) / 9007199254740992.0;
}
