namespace SequenceModels.Numerics.Wasm;

/// <summary>A module of WebAssembly with one function, f, of the address of its arguments, on the memory that it is given.</summary>
internal static class WasmModule
{
    private const byte Int32 = 0x7F, Vector128 = 0x7B;

    // "m" "m": a memory of any size.
    private static readonly byte[] _imports = [1, 1, (byte)'m', 1, (byte)'m', 2, 0, 0];

    /// <summary>The module's bytes.</summary>
    /// <param name="body">The function.</param>
    /// <param name="strict">Whether it calls <see cref="FusedMultiplyAdd"/>.</param>
    public static byte[] Of(WasmBody body, bool strict)
    {
        byte[][] functions = strict ? [body.ToArray(), Odd(), Fused()] : [body.ToArray()];
        byte[][] types =
        [
            [0x60, 1, Int32, 0],
            [0x60, 2, Vector128, Vector128, 1, Vector128],
            [0x60, 3, Vector128, Vector128, Vector128, 1, Vector128],
        ];
        return
        [
            0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0,
            .. Section(1, Listed(types)),
            .. Section(2, _imports),
            .. Section(3, [(byte)functions.Length, .. Enumerable.Range(0, functions.Length).Select(type => (byte)type)]),
            .. Section(7, [1, 1, (byte)'f', 0, 0]),
            .. Section(10, Listed([.. functions.Select(function => (byte[])[.. Length(function.Length), .. function])])),
        ];
    }

    /// <summary>a · b + c of what is on the stack, rounded once.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="strict">Whether this machine's own instruction rounds twice.</param>
    public static void FusedMultiplyAdd(WasmBody body, bool strict)
    {
        if (strict)
        {
            body.Call(2);
        }
        else
        {
            body.Simd(Opcode.FusedMultiplyAdd);
        }
    }

    // The product of two floats is exact in double precision. The sum is rounded to odd (Boldo and Melquiond 2008), so that rounding it
    // again, to a float, is right.
    private static byte[] Fused()
    {
        var body = new WasmBody(3);
        void Half(Action high)
        {
            body.Get(0);
            high();
            body.Simd(0x5F).Get(1);
            high();
            body.Simd(0x5F).Simd(0xF2).Get(2); // f64x2.promote_low, f64x2.mul
            high();
            body.Simd(0x5F).Call(1).Simd(0x5E); // f32x4.demote_zero
        }

        void Shuffle(params ReadOnlySpan<byte> words)
        {
            body.Simd(0x0D);
            foreach (var word in words)
            {
                body.Byte((byte)(4 * word)).Byte((byte)(4 * word + 1)).Byte((byte)(4 * word + 2)).Byte((byte)(4 * word + 3));
            }
        }

        var copy = body.Vector();
        Half(() => { });
        Half(() =>
        {
            body.Set(copy).Get(copy).Get(copy);
            Shuffle(2, 3, 2, 3);
        });
        Shuffle(0, 1, 4, 5);
        return body.ToArray();
    }

    // p + c in double precision; if it is not exact and its last bit is 0, the neighbor on the other side of the exact sum.
    private static byte[] Odd()
    {
        const int Add = 0xF0, Subtract = 0xF1;
        var body = new WasmBody(2);
        var (sum, part, error) = (body.Vector(), body.Vector(), body.Vector());
        body.Get(0).Get(1).Simd(Add).Set(sum);
        body.Get(sum).Get(0).Simd(Subtract).Set(part);
        body.Get(0).Get(sum).Get(part).Simd(Subtract).Simd(Subtract).Get(1).Get(part).Simd(Subtract).Simd(Add).Set(error);
        body.Get(error).Vector(0).Simd(0x49).Get(error).Vector(0).Simd(0x4A).Simd(Opcode.Or); // error < 0 or > 0: not of ∞ and NaN
        body.Get(sum).Ones().Simd(Opcode.And).Ones().Simd(0xD1).Simd(Opcode.And); // i64x2.sub: all bits set where the last is 0
        body.Get(error).Get(sum).Simd(0x51).Constant(63).Simd(0xCC).Ones().Simd(Opcode.Or).Simd(Opcode.And).Set(part); // toward 0: −1, else 1
        body.Get(sum).Get(part).Simd(0xCE); // i64x2.add
        return body.ToArray();
    }

    // 1 in each half.
    private static WasmBody Ones(this WasmBody body)
    {
        body.Simd(Opcode.Constant);
        for (var i = 0; i < 16; i++)
        {
            body.Byte((byte)(i % 8 == 0 ? 1 : 0));
        }

        return body;
    }

    private static byte[] Listed(byte[][] items) => [.. Length(items.Length), .. items.SelectMany(item => item)];

    private static byte[] Section(byte id, byte[] content) => [id, .. Length(content.Length), .. content];

    private static byte[] Length(int value) => value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Length(value >> 7)];
}
