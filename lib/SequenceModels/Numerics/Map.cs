using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>y = f(x), for every element by itself. What is no plain arithmetic (<see cref="Exponential"/>, <see cref="Logarithm"/>,
/// <see cref="HyperbolicTangent"/>, <see cref="LogisticSigmoid"/>) is within 3 units in the last place of the true value, and the same
/// to the last bit on every machine, which the platform's own functions are not.</summary>
internal interface IFunction
{
    T Of<T>(T x) where T : unmanaged, ILanes<T>;
}

/// <summary>z = f(x, y), for every pair of elements by itself.</summary>
internal interface IFunction2
{
    T Of<T>(T x, T y) where T : unmanaged, ILanes<T>;
}

/// <summary>f(x, y, z), for every three elements by themselves.</summary>
internal interface IFunction3
{
    T Of<T>(T x, T y, T z) where T : unmanaged, ILanes<T>;
}

/// <summary>Applies a function to whole spans. The target may be one of the sources.</summary>
internal static unsafe class Map
{
    public static void Apply<TFunction>(ReadOnlySpan<float> x, Span<float> y)
        where TFunction : struct, IFunction => Apply(default(TFunction), x, y);

    public static void Apply<TFunction>(TFunction f, ReadOnlySpan<float> x, Span<float> y)
        where TFunction : struct, IFunction
    {
        Bounds.Require(x.Length, y.Length);
        fixed (float* px = x, py = y)
        {
            Columns.Run(new Unary<TFunction>(f, px, py), y.Length);
        }
    }

    public static void Apply<TFunction>(TFunction f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
        where TFunction : struct, IFunction2
    {
        Bounds.Require(x.Length, z.Length);
        Bounds.Require(y.Length, z.Length);
        fixed (float* px = x, py = y, pz = z)
        {
            Columns.Run(new Binary<TFunction>(f, px, py, pz), z.Length);
        }
    }

    private readonly struct Unary<TFunction>(TFunction f, float* x, float* y) : IColumnwise
        where TFunction : struct, IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(f.Of(at.Of(x)), y);
    }

    private readonly struct Binary<TFunction>(TFunction f, float* x, float* y, float* z) : IColumnwise
        where TFunction : struct, IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(f.Of(at.Of(x), at.Of(y)), z);
    }
}
