using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SequenceModels.Numerics;

/// <summary>Eight floats: AVX2.</summary>
internal unsafe struct Lanes8(Vector256<float> v) : ILanes<Lanes8>
{
    private Vector256<float> _v = v;

    public static int Count => 8;

    public static Lanes8 Load(float* source) => new(Vector256.Load(source));
    public static void Store(Lanes8 lanes, float* target) => lanes._v.Store(target);
    public static Lanes8 Create(float value) => new(Vector256.Create(value));
    public static Lanes8 Spread(float* source) => Create(*source);

    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a._v + b._v);
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a._v - b._v);
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a._v * b._v);
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 FusedMultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Vector256.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(Lanes8 a, Lanes8 b, ref Lanes8 sum) => sum._v = Vector256.FusedMultiplyAdd(a._v, b._v, sum._v);

    public static Lanes8 Sqrt(Lanes8 a) => new(Vector256.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Min(Lanes8 a, Lanes8 b) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(a._v, b._v), a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Max(Lanes8 a, Lanes8 b) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(b._v, a._v), a._v, b._v));

    public static Lanes8 operator &(Lanes8 a, Lanes8 b) => new(a._v & b._v);
    public static Lanes8 operator |(Lanes8 a, Lanes8 b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 AddBits(Lanes8 a, Lanes8 b) => new((a._v.AsInt32() + b._v.AsInt32()).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 SubtractBits(Lanes8 a, Lanes8 b) => new((a._v.AsInt32() - b._v.AsInt32()).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 ShiftLeft(Lanes8 a, int count) => new((a._v.AsInt32() << count).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 ShiftRight(Lanes8 a, int count) => new((a._v.AsInt32() >> count).AsSingle());

    public static Lanes8 LessThan(Lanes8 a, Lanes8 b) => new(Vector256.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Select(Lanes8 mask, Lanes8 whenSet, Lanes8 whenClear) =>
        new(Vector256.ConditionalSelect(mask._v, whenSet._v, whenClear._v));
}
