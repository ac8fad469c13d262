namespace SequenceModels.Training;

/// <summary>Adam (Kingma and Ba 2014, arXiv:1412.6980, algorithm 1; torch.optim.Adam).
/// <code>
///   m = β₁ m + (1 − β₁) g          v = β₂ v + (1 − β₂) g²
///   θ = θ − η / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
/// </code>
/// </summary>
public sealed class Adam : Optimizer
{
    private readonly double _beta1, _beta2;
    private readonly float _epsilon;
    private readonly float[][] _m, _v;
    private double _power1 = 1, _power2 = 1; // β₁ᵗ, β₂ᵗ

    /// <summary>Adam with learning rate η above 0; β₁ and β₂ from 0 to below 1, ε above 0.</summary>
    public Adam(
        IEnumerable<Parameter> parameters, float learningRate = 1e-3f,
        double beta1 = 0.9, double beta2 = 0.999, float epsilon = 1e-8f)
        : base(parameters, learningRate)
    {
        Expect.Fraction((float)beta1, nameof(beta1));
        Expect.Fraction((float)beta2, nameof(beta2));
        Expect.Positive(epsilon);
        (_beta1, _beta2, _epsilon, _m, _v) = (beta1, beta2, epsilon, Memory(), Memory());
    }

    private protected override void BeginStep() => (_power1, _power2) = (_power1 * _beta1, _power2 * _beta2);

    private protected override void Update(int index, Span<float> values, ReadOnlySpan<float> gradient)
    {
        var (m, v) = (_m[index], _v[index]);
        var (beta1, beta2, rest1, rest2) = ((float)_beta1, (float)_beta2, (float)(1 - _beta1), (float)(1 - _beta2));
        var (step, root) = ((float)(LearningRate / (1 - _power1)), (float)Math.Sqrt(1 - _power2));
        for (var i = 0; i < m.Length; i++)
        {
            m[i] = beta1 * m[i] + rest1 * gradient[i];
            v[i] = beta2 * v[i] + rest2 * (gradient[i] * gradient[i]);
            values[i] -= step * (m[i] / (MathF.Sqrt(v[i]) / root + _epsilon));
        }
    }
}
