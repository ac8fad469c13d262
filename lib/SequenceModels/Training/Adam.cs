using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

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

    private protected override unsafe void Update(int index, Span<float> values, ReadOnlySpan<float> gradient)
    {
        var (beta1, beta2, rest1, rest2) = ((float)_beta1, (float)_beta2, (float)(1 - _beta1), (float)(1 - _beta2));
        var (step, root) = ((float)(LearningRate / (1 - _power1)), (float)Math.Sqrt(1 - _power2));
        fixed (float* theta = values, g = gradient, m = _m[index], v = _v[index])
        {
            Columns.Run(
                new Change(theta, g, m, v, beta1, beta2, rest1, rest2, step, root, _epsilon), values.Length);
        }
    }

    private readonly unsafe struct Change(
        float* values, float* gradient, float* m, float* v,
        float beta1, float beta2, float rest1, float rest2, float step, float root, float epsilon) : IColumnwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            var g = at.Of(gradient);
            var newM = T.Create(beta1) * at.Of(m) + T.Create(rest1) * g;
            var newV = T.Create(beta2) * at.Of(v) + T.Create(rest2) * (g * g);
            at.Put(newM, m);
            at.Put(newV, v);
            var size = T.Sqrt(newV) / T.Create(root) + T.Create(epsilon);
            at.Put(at.Of(values) - T.Create(step) * (newM / size), values);
        }
    }
}
