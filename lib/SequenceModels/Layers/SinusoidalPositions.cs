using SequenceModels.Numerics;

namespace SequenceModels.Layers;

/// <summary>Marks each vector with its place in the sequence, which attention cannot see otherwise (Vaswani et al. 2017,
/// arXiv:1706.03762, section 3.5).
/// <code>
///   P[t, 2i]     = sin(t / 10000^(2i / width))
///   P[t, 2i + 1] = cos(t / 10000^(2i / width))
/// </code>
/// Waves from fast to slow, like the hands of a clock. Nothing is learnt, so any length will do. The numbers are the same
/// on every machine.
/// </summary>
/// <param name="width">The width of the vectors.</param>
public sealed class SinusoidalPositions(int width) : Module
{
    private const double TurnsPerRadian = 1 / (2 * Math.PI);

    private readonly double[] _frequencies = Frequencies(width);
    private float[] _known = []; // the longest table asked for

    /// <summary>Adds P: (batch, length, width) stays so.</summary>
    /// <exception cref="ArgumentException">x has another shape.</exception>
    public Tensor Forward(Tensor x)
    {
        Expect.Shape(x, ["batch", "length", width]);
        return x + Table(x.Shape[1]);
    }

    /// <summary>P, (length, width).</summary>
    public Tensor Table(int length)
    {
        Expect.Positive(length);
        if (_known.Length < length * width)
        {
            _known = Waves(length);
        }

        var table = Tensor.Zeros(length, width);
        _known.AsSpan(0, length * width).CopyTo(table.Values);
        return table;
    }

    private float[] Waves(int length)
    {
        var waves = new float[length * width];
        for (var i = 0; i < waves.Length; i++)
        {
            var (t, column) = Math.DivRem(i, width);
            var (cos, sin) = PortableMath.Turn(t * _frequencies[column / 2]);
            waves[i] = (float)(column % 2 == 0 ? sin : cos);
        }

        return waves;
    }

    /// <summary>In turns a step: 10000^(−2i / width) / 2π.</summary>
    private static double[] Frequencies(int width)
    {
        Expect.Positive(width);
        return [.. Enumerable.Range(0, (width + 1) / 2)
            .Select(i => PortableMath.Exp(-2.0 * i / width * PortableMath.Log(10000)) * TurnsPerRadian)];
    }
}
