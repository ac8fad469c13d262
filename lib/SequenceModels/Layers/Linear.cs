namespace SequenceModels.Layers;

/// <summary>A linear map with a bias.
/// <code>
///   y = x Wᵀ + b
/// </code>
/// Starts as PyTorch's: weight, then bias, uniform within ±1/√inputs.
/// </summary>
public sealed class Linear : Module
{
    /// <summary>A map from vectors of <paramref name="inputs"/> numbers to vectors of
    /// <paramref name="outputs"/>.</summary>
    public Linear(int inputs, int outputs, TorchRandom rng, bool bias = true)
    {
        Expect.Positive(inputs);
        Expect.Positive(outputs);
        var bound = (float)(1 / Math.Sqrt(inputs));
        Weight = Register("weight", Tensor.Uniform(rng, -bound, bound, outputs, inputs));
        Bias = bias ? Register("bias", Tensor.Uniform(rng, -bound, bound, outputs)) : null;
    }

    /// <summary>W, (outputs, inputs).</summary>
    public Parameter Weight { get; }

    /// <summary>b, (outputs), or null.</summary>
    public Parameter? Bias { get; }

    /// <summary>Maps the last axis: (…, inputs) to (…, outputs).</summary>
    /// <exception cref="ArgumentException">The last axis has another length, or x is data that is not
    /// finite.</exception>
    public Tensor Forward(Tensor x)
    {
        Expect.FiniteData(x);
        return x.Shape.Rank > 0 && x.Shape[^1] == Weight.Shape[1]
            ? x.Linear(Weight, Bias)
            : throw new ArgumentException($"x is {x.Shape}, expected (…, {Weight.Shape[1]}).", nameof(x));
    }
}
