using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Functions of each number by itself.</summary>
public partial class Tensor
{
    private delegate void Function(ReadOnlySpan<float> x, Span<float> y);

    private interface IDerivative
    {
        /// <summary>dy/dx, from x and y.</summary>
        static abstract float At(float x, float y);
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
            y[i] = x[i] <= 0 ? 0 : x[i]; // NaN stays NaN
        }
    });

    /// <summary>y = eˣ.</summary>
    public Tensor Exp() => Map<ExpDerivative>(Elementwise.Exp);

    /// <summary>y = ln x.</summary>
    public Tensor Log() => Map<LogDerivative>(Elementwise.Log);

    private Tensor Map<TDerivative>(Function function)
        where TDerivative : IDerivative
    {
        var (x, result) = (this, new Tensor(Shape));
        function(x.Values, result.Values);
        return result.Recorded([x], () =>
        {
            // dx += dy · dy/dx
            Span<float> dx = x.Gradient, dy = result.Gradient, at = x.Values, y = result.Values;
            for (var i = 0; i < dx.Length; i++)
            {
                dx[i] += dy[i] * TDerivative.At(at[i], y[i]);
            }
        });
    }

    private readonly struct TanhDerivative : IDerivative
    {
        public static float At(float x, float y) => 1 - y * y;
    }

    private readonly struct SigmoidDerivative : IDerivative
    {
        public static float At(float x, float y) => y * (1 - y);
    }

    private readonly struct ReluDerivative : IDerivative
    {
        public static float At(float x, float y) => x > 0 ? 1 : 0;
    }

    private readonly struct ExpDerivative : IDerivative
    {
        public static float At(float x, float y) => y;
    }

    private readonly struct LogDerivative : IDerivative
    {
        public static float At(float x, float y) => 1 / x;
    }
}
