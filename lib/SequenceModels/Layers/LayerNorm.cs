namespace SequenceModels.Layers;

/// <summary>Gives each vector mean 0 and variance 1, then a scale and a shift that are learned (Ba et al. 2016,
/// arXiv:1607.06450; torch.nn.LayerNorm).
/// <code>
///   y = (x − mean(x)) / √(var(x) + ε) ⊙ weight + bias        over the last axis; ε = 0.00001
/// </code>
/// </summary>
public sealed class LayerNorm : Module
{
    private const float Epsilon = 1e-5f;

    /// <summary>A normalization of vectors of <paramref name="width"/> numbers, with scales of 1 and shifts of 0.</summary>
    public LayerNorm(int width)
    {
        Expect.Positive(width);
        Weight = Register("weight", Tensor.Ones(width));
        Bias = Register("bias", Tensor.Zeros(width));
    }

    /// <summary>The scale of each number, (width).</summary>
    public Parameter Weight { get; }

    /// <summary>The shift of each number, (width).</summary>
    public Parameter Bias { get; }

    /// <summary>Normalizes the last axis: (…, width) stays so.</summary>
    /// <exception cref="ArgumentException">The last axis has another length, or x is data that is not
    /// finite.</exception>
    public Tensor Forward(Tensor x)
    {
        Expect.FiniteData(x);
        if (x.Shape.Rank == 0 || x.Shape[^1] != Weight.Shape[0])
        {
            throw new ArgumentException($"x is {x.Shape}, expected (…, {Weight.Shape[0]}).", nameof(x));
        }

        var centered = x - x.Mean(-1, keep: true);
        var variance = (centered * centered).Mean(-1, keep: true);
        return centered / (variance + Epsilon).Sqrt() * Weight + Bias;
    }
}
