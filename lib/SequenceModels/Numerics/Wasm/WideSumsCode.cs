namespace SequenceModels.Numerics.Wasm;

/// <summary>The loops of <see cref="WideSums"/>, as functions of WebAssembly.</summary>
internal static class WideSumsCode
{
    private const int LoadTwo = 0x5D, ToFloat = 0x5E, ToDouble = 0x5F, Add = 0xF0, Multiply = 0xF2, Divide = 0xF3; // of two lanes each

    /// <summary>
    /// sums[i mod 16] = Σ xᵢ², of as many floats as whole sixteens hold.
    /// Arguments: x, count, sums.
    /// </summary>
    public static byte[] Squares()
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

    /// <summary>
    /// sums[i] = Σⱼ x[i · apart + j · step] / divisor; distances are in bytes, the divisor is where its address points to.
    /// Arguments: x, count, apart, n, step, divisor, sums.
    /// </summary>
    public static byte[] Sums()
    {
        var body = new WasmBody(1);
        var arguments = body.Arguments(7);
        var (x, count, apart, n) = (arguments[0], arguments[1], arguments[2], arguments[3]);
        var (step, divisor, sums) = (arguments[4], arguments[5], arguments[6]);
        var (from, left, sum) = (body.Integer(), body.Integer(), body.Vector());
        body.While(count, 1, () =>
        {
            body.Vector(0).Set(sum).Get(x).Set(from).Get(n).Set(left);
            body.While(left, 1, () =>
            {
                body.Get(sum).Get(from).Load(Opcode.LoadOne, 0).Simd(ToDouble).Simd(Add).Set(sum);
                body.Advance(from, () => body.Get(step)).Get(left).Constant(1).Minus().Set(left);
            });
            body.Get(sums).Get(sum).Get(divisor).Load((Opcode)LoadTwo, 0).Simd(Divide).Simd(ToFloat).StoreOne(0);
            body.Advance(x, () => body.Get(apart)).Advance(sums, () => body.Constant(4)).Get(count).Constant(1).Minus().Set(count);
        });
        return WasmModule.Of(body, strict: false);
    }
}
