using System.Buffers.Binary;

namespace SequenceModels.Numerics.Wasm;

/// <summary>The instructions of one function of WebAssembly (webassembly.github.io/spec, 5.4), as they are written one after the other.</summary>
/// <param name="parameters">How many parameters it has; they are its first locals.</param>
internal sealed class WasmBody(int parameters)
{
    private const int MostIntegers = 64; // locals of integers come before those of vectors
    private readonly List<byte> _code = [];
    private int _integers, _vectors;

    /// <summary>A local for an integer or an address.</summary>
    public int Integer() => parameters + (_integers < MostIntegers ? _integers++ : throw new InvalidOperationException("Too many locals."));

    /// <summary>A local for four floats.</summary>
    public int Vector() => parameters + MostIntegers + _vectors++;

    /// <summary>Locals for the words that lie where the first parameter points to.</summary>
    public int[] Arguments(int count)
    {
        var locals = new int[count];
        for (var i = 0; i < count; i++)
        {
            Get(0).LoadWord(4 * i).Set(locals[i] = Integer());
        }

        return locals;
    }

    public WasmBody Get(int local) => Byte(0x20).Unsigned(local);
    public WasmBody Set(int local) => Byte(0x21).Unsigned(local);
    public WasmBody Constant(int value) => Byte(0x41).Signed(value);
    public WasmBody Plus() => Byte(0x6A);
    public WasmBody Minus() => Byte(0x6B);
    public WasmBody And() => Byte(0x71);
    public WasmBody ShiftLeft() => Byte(0x74);
    public WasmBody LoadWord(int offset) => Byte(0x28).At(2, offset);
    public WasmBody LoadFloat(int offset) => Byte(0x2A).At(2, offset);
    public WasmBody StoreWord(int offset) => Byte(0x36).At(2, offset);
    public WasmBody Call(int function) => Byte(0x10).Unsigned(function);

    /// <summary>Adds to a local.</summary>
    public WasmBody Advance(int local, Action by)
    {
        Get(local);
        by();
        return Plus().Set(local);
    }

    /// <summary>Repeats as long as a local is at least so much (both below 2³¹).</summary>
    public void While(int local, int atLeast, Action body)
    {
        Byte(0x02).Byte(0x40).Byte(0x03).Byte(0x40); // block loop
        Get(local).Constant(atLeast).Byte(0x48).Byte(0x0D).Unsigned(1); // i32.lt_s br_if
        body();
        Byte(0x0C).Unsigned(0).Byte(0x0B).Byte(0x0B); // br end end
    }

    public void If(int local, Action then, Action otherwise)
    {
        Get(local).Byte(0x04).Byte(0x40);
        then();
        Byte(0x05);
        otherwise();
        Byte(0x0B);
    }

    /// <summary>An instruction for vectors.</summary>
    public WasmBody Simd(Opcode code) => Simd((int)code);

    public WasmBody Simd(int code) => Byte(0xFD).Unsigned(code);

    public WasmBody Load(Opcode code, int offset) => Simd(code).At(0, offset);

    public WasmBody Store(int offset) => Simd(Opcode.Store).At(0, offset);

    /// <summary>Stores the first of four.</summary>
    public WasmBody StoreOne(int offset) => Simd(Opcode.StoreOne).At(0, offset).Byte(0);

    /// <summary>The same bits four times.</summary>
    public WasmBody Vector(uint bits)
    {
        Simd(Opcode.Constant);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, bits);
        for (var i = 0; i < 16; i++)
        {
            Byte(bytes[i % 4]);
        }

        return this;
    }

    public WasmBody Byte(byte value)
    {
        _code.Add(value);
        return this;
    }

    /// <summary>The function as a module has it: locals, instructions, end.</summary>
    public byte[] ToArray()
    {
        var whole = new WasmBody(0).Unsigned(2).Unsigned(MostIntegers).Byte(0x7F).Unsigned(_vectors).Byte(0x7B);
        return [.. whole._code, .. _code, 0x0B];
    }

    private WasmBody At(int align, int offset) => Unsigned(align).Unsigned(offset);

    private WasmBody Unsigned(int value)
    {
        for (var rest = (uint)value; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                return Byte((byte)rest);
            }

            Byte((byte)(rest | 0x80));
        }
    }

    private WasmBody Signed(int value)
    {
        for (; value is < -64 or > 63; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        return Byte((byte)(value & 0x7F));
    }
}
