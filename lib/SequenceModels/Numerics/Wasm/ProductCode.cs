namespace SequenceModels.Numerics.Wasm;

/// <summary>The two loops of a matrix product, as functions of WebAssembly; sizes and distances are in bytes.</summary>
internal static class ProductCode
{
    /// <summary>
    /// c[i, j] = fma(a[i, p], b[p, j], c[i, j]) for eight columns j, with p from 0 on: as <see cref="MatrixTile{T}"/>.
    /// Arguments: rows, k, a, aRow, aStep, b, bStep, c, cRow, add.
    /// </summary>
    public static byte[] Tiles(bool strict)
    {
        var body = new WasmBody(1);
        var arguments = body.Arguments(10);
        foreach (var rows in new[] { 4, 1 })
        {
            body.While(arguments[0], rows, () => Tile(body, arguments, rows, strict));
        }

        return WasmModule.Of(body, strict);
    }

    /// <summary>
    /// target[i, j] = source[i, j], and zeros from column <c>columns</c> to <c>width</c>.
    /// Arguments: rows, columns, source, sourceRow, sourceColumn, target, targetRow, width.
    /// </summary>
    public static byte[] Copy()
    {
        var body = new WasmBody(1);
        var arguments = body.Arguments(8);
        var (rows, columns, source, sourceRow, sourceColumn) = (arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
        var (target, targetRow, width) = (arguments[5], arguments[6], arguments[7]);
        var (from, to, left) = (body.Integer(), body.Integer(), body.Integer());
        body.While(rows, 1, () =>
        {
            body.Get(source).Set(from).Get(target).Set(to).Get(columns).Set(left);
            body.While(left, 1, () =>
            {
                body.Get(to).Get(from).LoadWord(0).StoreWord(0);
                body.Advance(from, () => body.Get(sourceColumn)).Advance(to, () => body.Constant(4)).Get(left).Constant(1).Minus().Set(left);
            });
            body.Get(width).Get(columns).Minus().Set(left);
            body.While(left, 1, () =>
            {
                body.Get(to).Constant(0).StoreWord(0);
                body.Advance(to, () => body.Constant(4)).Get(left).Constant(1).Minus().Set(left);
            });
            body.Advance(source, () => body.Get(sourceRow)).Advance(target, () => body.Get(targetRow)).Get(rows).Constant(1).Minus().Set(rows);
        });
        return WasmModule.Of(body, strict: false);
    }

    private static void Tile(WasmBody body, int[] arguments, int rows, bool strict)
    {
        var (a, aRow, aStep, b, bStep) = (arguments[2], arguments[3], arguments[4], arguments[5], arguments[6]);
        var (c, cRow, add) = (arguments[7], arguments[8], arguments[9]);
        var (left, bp, x, b0, b1) = (body.Integer(), body.Integer(), body.Vector(), body.Vector(), body.Vector());
        int[] ap = [.. Enumerable.Range(0, rows).Select(_ => body.Integer())], cp = [.. Enumerable.Range(0, rows).Select(_ => body.Integer())];
        (int Left, int Right)[] sums = [.. Enumerable.Range(0, rows).Select(_ => (body.Vector(), body.Vector()))];
        for (var i = 0; i < rows; i++)
        {
            body.Get(a).Set(ap[i]).Get(c).Set(cp[i]).Advance(a, () => body.Get(aRow)).Advance(c, () => body.Get(cRow));
        }

        body.If(
            add,
            () =>
            {
                foreach (var (row, sum) in cp.Zip(sums))
                {
                    body.Get(row).Load(Opcode.Load, 0).Set(sum.Left).Get(row).Load(Opcode.Load, 16).Set(sum.Right);
                }
            },
            () =>
            {
                foreach (var (left, right) in sums)
                {
                    body.Vector(0).Set(left).Vector(0).Set(right);
                }
            });
        body.Get(arguments[1]).Set(left).Get(b).Set(bp);
        body.While(left, 1, () =>
        {
            body.Get(bp).Load(Opcode.Load, 0).Set(b0).Get(bp).Load(Opcode.Load, 16).Set(b1);
            foreach (var (row, sum) in ap.Zip(sums))
            {
                body.Get(row).Load(Opcode.Spread, 0).Set(x);
                body.Get(x).Get(b0).Get(sum.Left);
                WasmModule.FusedMultiplyAdd(body, strict);
                body.Set(sum.Left).Get(x).Get(b1).Get(sum.Right);
                WasmModule.FusedMultiplyAdd(body, strict);
                body.Set(sum.Right).Advance(row, () => body.Get(aStep));
            }

            body.Advance(bp, () => body.Get(bStep)).Get(left).Constant(1).Minus().Set(left);
        });
        foreach (var (row, sum) in cp.Zip(sums))
        {
            body.Get(row).Get(sum.Left).Store(0).Get(row).Get(sum.Right).Store(16);
        }

        body.Get(arguments[0]).Constant(rows).Minus().Set(arguments[0]);
    }
}
