using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SequenceModels.Numerics;

/// <summary>Sixteen floats: AVX-512, or two or four narrower registers.</summary>
internal unsafe struct Lanes16(Vector512<float> v) : ILanes<Lanes16>
{
    private Vector512<float> _v = v;

    public static int Count => 16;

    public static Lanes16 Load(float* source) => new(Vector512.Load(source));
    public static void Store(Lanes16 lanes, float* target) => lanes._v.Store(target);
    public static Lanes16 Create(float value) => new(Vector512.Create(value));
    public static Lanes16 Spread(float* source) => Create(*source);

    public static Lanes16 operator +(Lanes16 a, Lanes16 b) => new(a._v + b._v);
    public static Lanes16 operator -(Lanes16 a, Lanes16 b) => new(a._v - b._v);
    public static Lanes16 operator *(Lanes16 a, Lanes16 b) => new(a._v * b._v);
    public static Lanes16 operator /(Lanes16 a, Lanes16 b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 FusedMultiplyAdd(Lanes16 a, Lanes16 b, Lanes16 c) => new(Vector512.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(Lanes16 a, Lanes16 b, ref Lanes16 sum) => sum._v = Vector512.FusedMultiplyAdd(a._v, b._v, sum._v);

    public static Lanes16 Sqrt(Lanes16 a) => new(Vector512.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Min(Lanes16 a, Lanes16 b) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a._v, b._v), a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Max(Lanes16 a, Lanes16 b) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(b._v, a._v), a._v, b._v));

    public static Lanes16 operator &(Lanes16 a, Lanes16 b) => new(a._v & b._v);
    public static Lanes16 operator |(Lanes16 a, Lanes16 b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 AddBits(Lanes16 a, Lanes16 b) => new((a._v.AsInt32() + b._v.AsInt32()).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 SubtractBits(Lanes16 a, Lanes16 b) => new((a._v.AsInt32() - b._v.AsInt32()).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 ShiftLeft(Lanes16 a, int count) => new((a._v.AsInt32() << count).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 ShiftRight(Lanes16 a, int count) => new((a._v.AsInt32() >> count).AsSingle());

    public static Lanes16 LessThan(Lanes16 a, Lanes16 b) => new(Vector512.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Select(Lanes16 mask, Lanes16 whenSet, Lanes16 whenClear) =>
        new(Vector512.ConditionalSelect(mask._v, whenSet._v, whenClear._v));

    /// <summary>As a tree: i + (i + 8), then + 4, + 2, + 1.</summary>
    public float Sum()
    {
        var eight = _v.GetLower() + _v.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}
