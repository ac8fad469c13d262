namespace SequenceModels.Numerics;

/// <summary>One float: for machines (and tests) without vector registers.</summary>
internal readonly unsafe struct Lane(float v) : ILanes<Lane>
{
    private readonly float _v = v;

    public float Value => _v;

    private static int Bits(Lane a) => BitConverter.SingleToInt32Bits(a._v);
    private static Lane OfBits(int bits) => new(BitConverter.Int32BitsToSingle(bits));

    public static int Count => 1;

    public static Lane Load(float* source) => new(*source);
    public static void Store(Lane lanes, float* target) => *target = lanes._v;
    public static Lane Create(float value) => new(value);
    public static Lane Spread(float* source) => Create(*source);

    public static Lane operator +(Lane a, Lane b) => new(a._v + b._v);
    public static Lane operator -(Lane a, Lane b) => new(a._v - b._v);
    public static Lane operator *(Lane a, Lane b) => new(a._v * b._v);
    public static Lane operator /(Lane a, Lane b) => new(a._v / b._v);
    public static Lane FusedMultiplyAdd(Lane a, Lane b, Lane c) => new(MathF.FusedMultiplyAdd(a._v, b._v, c._v));
    public static void AddProduct(Lane a, Lane b, ref Lane sum) => sum = FusedMultiplyAdd(a, b, sum);
    public static Lane Sqrt(Lane a) => new(MathF.Sqrt(a._v));
    public static Lane Min(Lane a, Lane b) => a._v < b._v ? a : b;
    public static Lane Max(Lane a, Lane b) => a._v > b._v ? a : b;

    public static Lane operator &(Lane a, Lane b) => OfBits(Bits(a) & Bits(b));
    public static Lane operator |(Lane a, Lane b) => OfBits(Bits(a) | Bits(b));
    public static Lane AddBits(Lane a, Lane b) => OfBits(Bits(a) + Bits(b));
    public static Lane SubtractBits(Lane a, Lane b) => OfBits(Bits(a) - Bits(b));
    public static Lane ShiftLeft(Lane a, int count) => OfBits(Bits(a) << count);
    public static Lane ShiftRight(Lane a, int count) => OfBits(Bits(a) >> count);

    public static Lane LessThan(Lane a, Lane b) => OfBits(a._v < b._v ? -1 : 0);
    public static Lane Select(Lane mask, Lane whenSet, Lane whenClear) =>
        Bits(mask) != 0 ? whenSet : whenClear;
}
