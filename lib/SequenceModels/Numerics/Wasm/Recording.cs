namespace SequenceModels.Numerics.Wasm;

/// <summary>One instruction of a formula.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Operands">The instructions whose results it takes.</param>
/// <param name="Place">Where it loads or stores; by how much it shifts; the bits of its constant; or the word of the formula that it spreads.</param>
internal readonly record struct Instruction(Opcode Code, int[] Operands, long Place);

/// <summary>
/// The instructions of a formula, noted while it runs once over a stand-in for itself: each of its pointers and floats has a value there
/// that no other has, so that an instruction tells which of them it was given.
/// <code>
///   address:  1 | word of the formula | gate | columns from the start? | bytes beside
///   bits:     31                26–29   22–25                       21   0–20
/// </code>
/// </summary>
internal sealed class Recording
{
    /// <summary>Floats from one gate's columns to the next's.</summary>
    public const int Apart = 1 << 20;

    /// <summary>The first column: so far away that it shows in an address; a multiple of sixteen, as partial sums have it.</summary>
    public const int Start = 1 << 19;

    private const int AWord = 1 << 26;
    private const int Pointer = 1 << 30, Float = 0x53001230, NextFloat = 1 << 16;

    private readonly List<Instruction> _instructions = [];

    [ThreadStatic]
    private static Recording? _now;

    /// <summary>The one that is being made in this thread.</summary>
    public static Recording Now => _now ?? throw new InvalidOperationException("These lanes are for recording only.");

    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>The value that a pointer has in the stand-in, and a float.</summary>
    public static uint StandInPointer(int word) => (uint)(Pointer + word * AWord);

    public static uint StandInFloat(int word) => (uint)(Float + word * NextFloat);

    /// <summary>Runs a formula once.</summary>
    public static Recording Of(Action run)
    {
        var recording = _now = new Recording();
        try
        {
            run();
            return recording;
        }
        finally
        {
            _now = null;
        }
    }

    public Recorded Add(Opcode code, params ReadOnlySpan<Recorded> operands) => Add(code, 0, operands);

    public Recorded Add(Opcode code, long place, params ReadOnlySpan<Recorded> operands)
    {
        var nodes = new int[operands.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = operands[i].Node;
        }

        _instructions.Add(new Instruction(code, nodes, place));
        return new Recorded(_instructions.Count - 1);
    }

    /// <summary>A float: the formula's own, or a constant.</summary>
    public Recorded Add(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        var word = (int)(bits - Float) / NextFloat;
        return bits >= Float && bits == StandInFloat(word) && word < Formula.MostWords ? Add(Opcode.Splat, word) : Add(Opcode.Constant, bits);
    }

    /// <summary>What an address is made of.</summary>
    public static Place PlaceOf(long address)
    {
        var offset = address - Pointer;
        var (word, inRow) = ((int)(offset / AWord), (int)(offset % AWord));
        const int Gate = sizeof(float) * Apart, FromStart = sizeof(float) * Start;
        return new Place(word, inRow / Gate, inRow % Gate >= FromStart, inRow % FromStart);
    }
}

/// <summary>Where columns lie.</summary>
/// <param name="Word">The word of the formula with the pointer to their row.</param>
/// <param name="Gate">Which gate's columns of that row.</param>
/// <param name="FromStart">Whether they go on with the columns; if not, they are those of sixteen whose turn it is.</param>
/// <param name="Bytes">How far beside.</param>
internal readonly record struct Place(int Word, int Gate, bool FromStart, int Bytes);
