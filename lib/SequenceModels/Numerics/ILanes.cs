namespace SequenceModels.Numerics;

/// <summary>
/// A register of floats, all treated alike: 16, 8, 4 or 1 of them, whichever the machine does best.
/// A formula written once over <typeparamref name="T"/> gives the same bits in every width, because each operation here
/// is exactly rounded (IEEE 754) and no lane ever meets its neighbour.
/// </summary>
internal unsafe interface ILanes<T> where T : unmanaged, ILanes<T>
{
    static abstract int Count { get; }

    static abstract T Load(float* source);
    static abstract void Store(T lanes, float* target);
    static abstract T Create(float value);

    /// <summary>The same float in all.</summary>
    static abstract T Spread(float* source);

    static abstract T operator +(T a, T b);
    static abstract T operator -(T a, T b);
    static abstract T operator *(T a, T b);
    static abstract T operator /(T a, T b);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract T FusedMultiplyAdd(T a, T b, T c);

    /// <summary>sum = a · b + sum, rounded once; in place, which the compiler does not see in the form above.</summary>
    static abstract void AddProduct(T a, T b, ref T sum);
    static abstract T Sqrt(T a);

    /// <summary>The smaller and the larger; where either is NaN, b.</summary>
    static abstract T Min(T a, T b);
    static abstract T Max(T a, T b);

    // On the bits of the floats: the building blocks of |x|, sign and 2ⁿ.
    static abstract T operator &(T a, T b);
    static abstract T operator |(T a, T b);
    static abstract T AddBits(T a, T b);
    static abstract T SubtractBits(T a, T b);
    static abstract T ShiftLeft(T a, int count);

    /// <summary>Keeps the sign, as an int's shift does.</summary>
    static abstract T ShiftRight(T a, int count);

    /// <summary>All bits set where a &lt; b, none elsewhere (and none where either is NaN).</summary>
    static abstract T LessThan(T a, T b);
    static abstract T Select(T mask, T whenSet, T whenClear);
}
