using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>y = f(x), for every element by itself.</summary>
internal interface IFunction
{
    T Of<T>(T x) where T : unmanaged, ILanes<T>;
}

/// <summary>z = f(x, y), for every pair of elements by itself.</summary>
internal interface IFunction2
{
    T Of<T>(T x, T y) where T : unmanaged, ILanes<T>;
}

/// <summary>Applies a function to whole spans. The target may be one of the sources.</summary>
internal static unsafe class Map
{
    public static void Apply<TFunction>(TFunction f, ReadOnlySpan<float> x, Span<float> y)
        where TFunction : struct, IFunction
    {
        Extent.Require(x.Length, y.Length);
        fixed (float* px = x, py = y)
        {
            Widest.Run(new Unary<TFunction>(f, px, py, y.Length));
        }
    }

    public static void Apply<TFunction>(TFunction f, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
        where TFunction : struct, IFunction2
    {
        Extent.Require(x.Length, z.Length);
        Extent.Require(y.Length, z.Length);
        fixed (float* px = x, py = y, pz = z)
        {
            Widest.Run(new Binary<TFunction>(f, px, py, pz, z.Length));
        }
    }

    private readonly struct Unary<TFunction>(TFunction f, float* x, float* y, int length) : IWidthless
        where TFunction : struct, IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var i = 0;
            for (; i <= length - T.Count; i += T.Count)
            {
                T.Store(f.Of(T.Load(x + i)), y + i);
            }
            if (i < length)
            {
                T last = default;
                Part.Copy(x + i, (float*)&last, length - i);
                last = f.Of(last);
                Part.Copy((float*)&last, y + i, length - i);
            }
        }
    }

    private readonly struct Binary<TFunction>(TFunction f, float* x, float* y, float* z, int length) : IWidthless
        where TFunction : struct, IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var i = 0;
            for (; i <= length - T.Count; i += T.Count)
            {
                T.Store(f.Of(T.Load(x + i), T.Load(y + i)), z + i);
            }
            if (i < length)
            {
                T lastX = default, lastY = default;
                Part.Copy(x + i, (float*)&lastX, length - i);
                Part.Copy(y + i, (float*)&lastY, length - i);
                lastX = f.Of(lastX, lastY);
                Part.Copy((float*)&lastX, z + i, length - i);
            }
        }
    }
}
