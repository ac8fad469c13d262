using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Functions of each number by itself.</summary>
public partial class Tensor
{
    private interface IDerivative
    {
        /// <summary>dy/dx, from x and y.</summary>
        static abstract T At<T>(T x, T y) where T : unmanaged, ILanes<T>;
    }

    /// <summary>y = tanh x.</summary>
    public Tensor Tanh() => Map<HyperbolicTangent, TanhDerivative>();

    /// <summary>y = σ(x) = 1 / (1 + e⁻ˣ).</summary>
    public Tensor Sigmoid() => Map<LogisticSigmoid, SigmoidDerivative>();

    /// <summary>y = max(x, 0).</summary>
    public Tensor Relu() => Map<Rectifier, ReluDerivative>();

    /// <summary>y = eˣ.</summary>
    public Tensor Exp() => Map<Exponential, ExpDerivative>();

    /// <summary>y = ln x.</summary>
    public Tensor Log() => Map<Logarithm, LogDerivative>();

    /// <summary>y = √x.</summary>
    public Tensor Sqrt() => Map<SquareRoot, SqrtDerivative>();

    /// <summary>y = |x|; its derivative at 0 is 0.</summary>
    public Tensor Abs() => Map<AbsoluteValue, AbsDerivative>();

    /// <summary>y = xᵖ; NaN where x is negative and p is not whole.</summary>
    public Tensor Pow(float p)
    {
        var (x, y) = (this, new Tensor(Shape));
        Span<float> from = x.Values, into = y.Values;
        for (var i = 0; i < from.Length; i++)
        {
            into[i] = (float)PortableMath.Pow(from[i], p);
        }

        // dx += dy p xᵖ⁻¹
        return y.Recorded([x], () =>
        {
            Span<float> dx = x.Gradient, dy = y.Gradient, at = x.Values;
            for (var i = 0; i < dx.Length; i++)
            {
                dx[i] += dy[i] * (p == 0 ? 0 : (float)(p * PortableMath.Pow(at[i], p - 1)));
            }
        });
    }

    private Tensor Map<TFunction, TDerivative>()
        where TFunction : struct, IFunction
        where TDerivative : struct, IDerivative
    {
        var (x, y) = (this, new Tensor(Shape));
        Numerics.Map.Apply<TFunction>(x.Values, y.Values);

        // dx += dy · dy/dx
        return y.Recorded([x], () =>
        {
            var whole = View.Whole([x.Shape.Size]);
            var over = new TensorIterator(whole, whole, whole);
            Pairwise.Share(default(Chain<TDerivative>), over, x.Values, y.Values, y.Gradient, x.Gradient, side: 0);
        });
    }

    private readonly struct Chain<TDerivative> : IFunction3 where TDerivative : struct, IDerivative
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y, T z) where T : unmanaged, ILanes<T> => x * TDerivative.At(y, z);
    }

    private readonly struct TanhDerivative : IDerivative
    {
        public static T At<T>(T x, T y) where T : unmanaged, ILanes<T> => T.Create(1) - y * y;
    }

    private readonly struct SigmoidDerivative : IDerivative
    {
        public static T At<T>(T x, T y) where T : unmanaged, ILanes<T> => y * (T.Create(1) - y);
    }

    private readonly struct ReluDerivative : IDerivative
    {
        public static T At<T>(T x, T y) where T : unmanaged, ILanes<T> => T.LessThan(T.Create(0), x) & T.Create(1);
    }

    private readonly struct ExpDerivative : IDerivative
    {
        public static T At<T>(T x, T y) where T : unmanaged, ILanes<T> => y;
    }

    private readonly struct LogDerivative : IDerivative
    {
        public static T At<T>(T x, T y) where T : unmanaged, ILanes<T> => T.Create(1) / x;
    }

    private readonly struct SqrtDerivative : IDerivative
    {
        public static T At<T>(T x, T y) where T : unmanaged, ILanes<T> => T.Create(0.5f) / y;
    }

    private readonly struct AbsDerivative : IDerivative
    {
        public static T At<T>(T x, T y) where T : unmanaged, ILanes<T> => T.Select(
            T.LessThan(T.Create(0), x), T.Create(1), T.LessThan(x, T.Create(0)) & T.Create(-1));
    }
}
