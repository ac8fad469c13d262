namespace SequenceModels.Numerics;

/// <summary>
/// Functions of single numbers, over spans; a target may be its own source. Within 3 units in the last place of the true
/// value, and the same to the last bit on every machine, which the platform's own exponential and tangent are not.
/// </summary>
internal static class Elementwise
{
    public static void Exp(ReadOnlySpan<float> x, Span<float> y) => Map.Apply(default(Exponential), x, y);
    public static void Log(ReadOnlySpan<float> x, Span<float> y) => Map.Apply(default(Logarithm), x, y);
    public static void Tanh(ReadOnlySpan<float> x, Span<float> y) => Map.Apply(default(HyperbolicTangent), x, y);
    public static void Sigmoid(ReadOnlySpan<float> x, Span<float> y) => Map.Apply(default(LogisticSigmoid), x, y);
    public static void Sqrt(ReadOnlySpan<float> x, Span<float> y) => Map.Apply(default(SquareRoot), x, y);

    public static float Exp(float x) => default(Exponential).Of(Lane.Create(x)).Value;
    public static float Log(float x) => default(Logarithm).Of(Lane.Create(x)).Value;
    public static float Tanh(float x) => default(HyperbolicTangent).Of(Lane.Create(x)).Value;
    public static float Sigmoid(float x) => default(LogisticSigmoid).Of(Lane.Create(x)).Value;

    /// <summary>z = x + y</summary>
    public static void Add(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z) => Map.Apply(default(Sum), x, y, z);

    /// <summary>z = x − y</summary>
    public static void Subtract(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z) =>
        Map.Apply(default(Difference), x, y, z);

    /// <summary>z = x ⊙ y</summary>
    public static void Multiply(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z) =>
        Map.Apply(default(Product), x, y, z);

    /// <summary>z = x / y</summary>
    public static void Divide(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z) =>
        Map.Apply(default(Quotient), x, y, z);

    /// <summary>y = a x</summary>
    public static void Scale(float a, ReadOnlySpan<float> x, Span<float> y) => Map.Apply(new Scaled(a), x, y);

    /// <summary>y = x + a</summary>
    public static void Add(float a, ReadOnlySpan<float> x, Span<float> y) => Map.Apply(new Shifted(a), x, y);

    /// <summary>y += a x, each rounded once (BLAS: axpy).</summary>
    public static void AddScaled(float a, ReadOnlySpan<float> x, Span<float> y) => Map.Apply(new PlusScaled(a), x, y, y);

    private readonly struct SquareRoot : IFunction
    {
        public T Of<T>(T x) where T : unmanaged, ILanes<T> => T.Sqrt(x);
    }

    private readonly struct Sum : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x + y;
    }

    private readonly struct Difference : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x - y;
    }

    private readonly struct Product : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x * y;
    }

    private readonly struct Quotient : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x / y;
    }

    private readonly struct Scaled(float a) : IFunction
    {
        public T Of<T>(T x) where T : unmanaged, ILanes<T> => T.Create(a) * x;
    }

    private readonly struct Shifted(float a) : IFunction
    {
        public T Of<T>(T x) where T : unmanaged, ILanes<T> => T.Create(a) + x;
    }

    private readonly struct PlusScaled(float a) : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => T.FusedMultiplyAdd(T.Create(a), x, y);
    }
}
