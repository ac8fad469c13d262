namespace SequenceModels.Numerics.Wasm;

/// <summary>
/// Lanes that compute nothing: each operation is noted, and stands for its result in the next. What a formula does once with these is
/// what it does with four floats, as instructions.
/// </summary>
/// <param name="node">The instruction whose result it is.</param>
internal readonly unsafe struct Recorded(int node) : ILanes<Recorded>
{
    public int Node => node;

    public static int Count => 4;

    public static Recorded Load(float* source) => Recording.Now.Add(Opcode.Load, (nint)source);
    public static Recorded Spread(float* source) => Recording.Now.Add(Opcode.Spread, (nint)source);
    public static void Store(Recorded lanes, float* target) => Recording.Now.Add(Opcode.Store, (nint)target, lanes);
    public static Recorded Create(float value) => Recording.Now.Add(value);

    public static Recorded operator +(Recorded a, Recorded b) => Recording.Now.Add(Opcode.Add, a, b);
    public static Recorded operator -(Recorded a, Recorded b) => Recording.Now.Add(Opcode.Subtract, a, b);
    public static Recorded operator *(Recorded a, Recorded b) => Recording.Now.Add(Opcode.Multiply, a, b);
    public static Recorded operator /(Recorded a, Recorded b) => Recording.Now.Add(Opcode.Divide, a, b);
    public static Recorded FusedMultiplyAdd(Recorded a, Recorded b, Recorded c) => Recording.Now.Add(Opcode.FusedMultiplyAdd, a, b, c);
    public static void AddProduct(Recorded a, Recorded b, ref Recorded sum) => sum = FusedMultiplyAdd(a, b, sum);
    public static Recorded Sqrt(Recorded a) => Recording.Now.Add(Opcode.Sqrt, a);

    // WebAssembly's pmin(x, y) is y < x ? y : x.
    public static Recorded Min(Recorded a, Recorded b) => Recording.Now.Add(Opcode.PseudoMin, b, a);
    public static Recorded Max(Recorded a, Recorded b) => Recording.Now.Add(Opcode.PseudoMax, b, a);

    public static Recorded operator &(Recorded a, Recorded b) => Recording.Now.Add(Opcode.And, a, b);
    public static Recorded operator |(Recorded a, Recorded b) => Recording.Now.Add(Opcode.Or, a, b);
    public static Recorded AddBits(Recorded a, Recorded b) => Recording.Now.Add(Opcode.AddBits, a, b);
    public static Recorded SubtractBits(Recorded a, Recorded b) => Recording.Now.Add(Opcode.SubtractBits, a, b);
    public static Recorded ShiftLeft(Recorded a, int count) => Recording.Now.Add(Opcode.ShiftLeft, count, a);
    public static Recorded ShiftRight(Recorded a, int count) => Recording.Now.Add(Opcode.ShiftRight, count, a);

    public static Recorded LessThan(Recorded a, Recorded b) => Recording.Now.Add(Opcode.LessThan, a, b);
    public static Recorded Select(Recorded mask, Recorded whenSet, Recorded whenClear) =>
        Recording.Now.Add(Opcode.BitSelect, whenSet, whenClear, mask);
}

/// <summary>The instructions of a formula: the numbers that WebAssembly has for them, behind its prefix for vectors.</summary>
internal enum Opcode
{
    Load = 0x00,
    Spread = 0x09,
    Store = 0x0B,
    Constant = 0x0C,
    Splat = 0x13,
    LessThan = 0x43,
    And = 0x4E,
    Or = 0x50,
    BitSelect = 0x52,
    StoreOne = 0x5A,
    LoadOne = 0x5C,
    ShiftLeft = 0xAB,
    ShiftRight = 0xAC,
    AddBits = 0xAE,
    SubtractBits = 0xB1,
    Sqrt = 0xE3,
    Add = 0xE4,
    Subtract = 0xE5,
    Multiply = 0xE6,
    Divide = 0xE7,
    PseudoMin = 0xEA,
    PseudoMax = 0xEB,
    FusedMultiplyAdd = 0x105,
}
