using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Functions of each number by itself.</summary>
public partial class Tensor
{
    private delegate void Formula(ReadOnlySpan<float> x, Span<float> y);

    private interface IDerivative
    {
        /// <summary>dy/dx, from x and y.</summary>
        float At(float x, float y);
    }

    /// <summary>y = tanh x.</summary>
    public Tensor Tanh() => Map<TanhDerivative>(Elementwise.Tanh);

    /// <summary>y = σ(x) = 1 / (1 + e⁻ˣ).</summary>
    public Tensor Sigmoid() => Map<SigmoidDerivative>(Elementwise.Sigmoid);

    /// <summary>y = max(x, 0).</summary>
    public Tensor Relu() => Map<ReluDerivative>(static (x, y) =>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Math.Max(x[i], 0); // NaN stays NaN
        }
    });

    /// <summary>y = eˣ.</summary>
    public Tensor Exp() => Map<ExpDerivative>(Elementwise.Exp);

    /// <summary>y = ln x.</summary>
    public Tensor Log() => Map<LogDerivative>(Elementwise.Log);

    /// <summary>y = √x.</summary>
    public Tensor Sqrt() => Map<SqrtDerivative>(Elementwise.Sqrt);

    /// <summary>y = |x|; its derivative at 0 is 0.</summary>
    public Tensor Abs() => Map<AbsDerivative>(Each(Math.Abs));

    /// <summary>y = xᵖ; NaN where x is negative and p is not whole.</summary>
    public Tensor Pow(float p) => Map(Each(x => (float)PortableMath.Pow(x, p)), new PowDerivative(p));

    private static Formula Each(Func<float, float> f) => (x, y) =>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = f(x[i]);
        }
    };

    private Tensor Map<TDerivative>(Formula formula, TDerivative derivative = default)
        where TDerivative : struct, IDerivative
    {
        var (x, result) = (this, new Tensor(Shape));
        formula(x.Values, result.Values);
        return result.Recorded([x], () =>
        {
            // dx += dy · dy/dx
            Span<float> dx = x.Gradient, dy = result.Gradient, at = x.Values, y = result.Values;
            for (var i = 0; i < dx.Length; i++)
            {
                dx[i] += dy[i] * derivative.At(at[i], y[i]);
            }
        });
    }

    private readonly struct TanhDerivative : IDerivative
    {
        public float At(float x, float y) => 1 - y * y;
    }

    private readonly struct SigmoidDerivative : IDerivative
    {
        public float At(float x, float y) => y * (1 - y);
    }

    private readonly struct ReluDerivative : IDerivative
    {
        public float At(float x, float y) => Convert.ToInt32(x > 0); // no branch, which signs would send either way
    }

    private readonly struct ExpDerivative : IDerivative
    {
        public float At(float x, float y) => y;
    }

    private readonly struct LogDerivative : IDerivative
    {
        public float At(float x, float y) => 1 / x;
    }

    private readonly struct SqrtDerivative : IDerivative
    {
        public float At(float x, float y) => 0.5f / y;
    }

    private readonly struct AbsDerivative : IDerivative
    {
        public float At(float x, float y) => x > 0 ? 1 : x < 0 ? -1 : 0;
    }

    private readonly struct PowDerivative(float p) : IDerivative
    {
        public float At(float x, float y) => p == 0 ? 0 : (float)(p * PortableMath.Pow(x, p - 1));
    }
}
