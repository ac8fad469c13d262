using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SequenceModels.Numerics;

/// <summary>Four floats: ARM64 (AdvSimd) and x64 without AVX.</summary>
internal unsafe struct Lanes4(Vector128<float> v) : ILanes<Lanes4>
{
    private Vector128<float> _v = v;

    public static int Count => 4;

    public static Lanes4 Load(float* source) => new(Vector128.Load(source));
    public static void Store(Lanes4 lanes, float* target) => lanes._v.Store(target);
    public static Lanes4 Create(float value) => new(Vector128.Create(value));
    public static Lanes4 Spread(float* source) => Create(*source);

    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a._v + b._v);
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a._v - b._v);
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a._v * b._v);
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a._v / b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 FusedMultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c)
    {
        AddProduct(a, b, ref c);
        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(Lanes4 a, Lanes4 b, ref Lanes4 sum)
    {
        if (Fma.IsSupported || AdvSimd.IsSupported)
        {
            sum._v = Vector128.FusedMultiplyAdd(a._v, b._v, sum._v);
        }
        else
        {
            sum._v = FusedInDouble.Of(a._v, b._v, sum._v);
        }
    }

    public static Lanes4 Sqrt(Lanes4 a) => new(Vector128.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Min(Lanes4 a, Lanes4 b) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(a._v, b._v), a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Max(Lanes4 a, Lanes4 b) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(b._v, a._v), a._v, b._v));

    public static Lanes4 operator &(Lanes4 a, Lanes4 b) => new(a._v & b._v);
    public static Lanes4 operator |(Lanes4 a, Lanes4 b) => new(a._v | b._v);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 AddBits(Lanes4 a, Lanes4 b) => new((a._v.AsInt32() + b._v.AsInt32()).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 SubtractBits(Lanes4 a, Lanes4 b) => new((a._v.AsInt32() - b._v.AsInt32()).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 ShiftLeft(Lanes4 a, int count) => new((a._v.AsInt32() << count).AsSingle());
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 ShiftRight(Lanes4 a, int count) => new((a._v.AsInt32() >> count).AsSingle());

    public static Lanes4 LessThan(Lanes4 a, Lanes4 b) => new(Vector128.LessThan(a._v, b._v));
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Select(Lanes4 mask, Lanes4 whenSet, Lanes4 whenClear) =>
        new(Vector128.ConditionalSelect(mask._v, whenSet._v, whenClear._v));
}
