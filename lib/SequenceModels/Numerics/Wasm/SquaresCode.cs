namespace SequenceModels.Numerics.Wasm;

/// <summary>The loop of <see cref="Reduction.WideSumOfSquares"/>, as a function of WebAssembly.</summary>
internal static class SquaresCode
{
    private const int LoadTwo = 0x5D, ToDouble = 0x5F, Add = 0xF0, Multiply = 0xF2; // of two lanes each

    /// <summary>
    /// sums[i mod 16] = Σ xᵢ², in double precision, of as many floats as whole sixteens hold.
    /// Arguments: x, count, sums.
    /// </summary>
    public static byte[] Module()
    {
        var body = new WasmBody(1);
        var (arguments, two) = (body.Arguments(3), body.Vector());
        var (x, left) = (arguments[0], arguments[1]);
        int[] sums = [.. Enumerable.Range(0, 8).Select(_ => body.Vector())]; // 0, when a function begins
        body.While(left, 16, () =>
        {
            foreach (var (i, sum) in sums.Index())
            {
                body.Get(x).Load((Opcode)LoadTwo, 8 * i).Simd(ToDouble).Set(two);
                body.Get(two).Get(two).Simd(Multiply).Get(sum).Simd(Add).Set(sum);
            }

            body.Advance(x, () => body.Constant(64)).Get(left).Constant(16).Minus().Set(left);
        });
        foreach (var (i, sum) in sums.Index())
        {
            body.Get(arguments[2]).Get(sum).Store(16 * i);
        }

        return WasmModule.Of(body, strict: false);
    }
}
