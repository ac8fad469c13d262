namespace SequenceModels.Numerics;

/// <summary>Sums and multiples of spans, each number rounded once; a target may be its own source.</summary>
internal static unsafe class Elementwise
{
    /// <summary>x = 0</summary>
    public static void Clear(Span<float> x)
    {
        fixed (float* px = x)
        {
            Division.Run(new Clearing(px), x.Length, 1);
        }
    }

    /// <summary>y = x</summary>
    public static void Copy(ReadOnlySpan<float> x, Span<float> y)
    {
        Bounds.Require(y.Length, x.Length);
        fixed (float* px = x, py = y)
        {
            Division.Run(new Copying(px, py), x.Length, 1);
        }
    }

    /// <summary>z = x + y</summary>
    public static void Add(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z) => Map.Apply(default(Sum), x, y, z);

    /// <summary>y = a x</summary>
    public static void Scale(float a, ReadOnlySpan<float> x, Span<float> y) => Map.Apply(new Scaled(a), x, y);

    /// <summary>y += a x (BLAS: axpy)</summary>
    public static void AddScaled(float a, ReadOnlySpan<float> x, Span<float> y) => Map.Apply(new PlusScaled(a), x, y, y);

    private readonly struct Clearing(float* x) : IDivisible
    {
        public void Run(int start, int count) => new Span<float>(x + start, count).Clear();
    }

    private readonly struct Copying(float* x, float* y) : IDivisible
    {
        public void Run(int start, int count) => Remainder.Copy(x + start, y + start, count);
    }

    private readonly struct Scaled(float a) : IFunction
    {
        public T Of<T>(T x) where T : unmanaged, ILanes<T> => T.Create(a) * x;
    }

    private readonly struct PlusScaled(float a) : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => T.FusedMultiplyAdd(T.Create(a), x, y);
    }
}

/// <summary>√x.</summary>
internal readonly struct SquareRoot : IFunction
{
    public T Of<T>(T x) where T : unmanaged, ILanes<T> => T.Sqrt(x);
}

/// <summary>|x|.</summary>
internal readonly struct AbsoluteValue : IFunction
{
    public T Of<T>(T x) where T : unmanaged, ILanes<T> => x & T.Create(BitConverter.Int32BitsToSingle(int.MaxValue));
}

/// <summary>max(x, 0): NaN stays NaN, and −0 becomes 0.</summary>
internal readonly struct Rectifier : IFunction
{
    public T Of<T>(T x) where T : unmanaged, ILanes<T> => T.Select(T.LessThan(x, T.Create(0)), T.Create(0), x) + T.Create(0);
}

/// <summary>x + y.</summary>
internal readonly struct Sum : IFunction2
{
    public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x + y;
}

/// <summary>x y.</summary>
internal readonly struct Product : IFunction2
{
    public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x * y;
}
