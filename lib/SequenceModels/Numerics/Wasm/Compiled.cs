using System.Runtime.CompilerServices;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace SequenceModels.Numerics.Wasm;

/// <summary>
/// In a browser .NET is interpreted, and an interpreted loop takes hundreds of times as long as a compiled one. So what is walked over
/// columns, and the loops of matrix products, are compiled here, by the browser, the first time that they are needed: to the same
/// instructions for four floats, so that the bits are the same.
/// </summary>
[SupportedOSPlatform("browser")]
internal static unsafe partial class Compiled
{
    /// <summary>Columns of a product that are computed side by side.</summary>
    public const int Width = 8;

    // Whether the host can add functions, and whether relaxed_madd rounds once on this processor.
    private static readonly (bool IsThere, bool Strict) _host = Ask();
    private static readonly Lazy<nint> _tiles = new(() => Compile(ProductCode.Tiles(_host.Strict)));
    private static readonly Lazy<nint> _copy = new(() => Compile(ProductCode.Copy()));
    private static readonly Lazy<nint> _squares = new(() => Compile(SquaresCode.Module()));

    /// <summary>Whether this is such a browser. Elsewhere what asks is not even compiled.</summary>
    [SupportedOSPlatformGuard("browser")]
    public static bool IsThere => OperatingSystem.IsBrowser() && _host.IsThere;

    /// <summary>Does a formula for as many columns as whole registers hold.</summary>
    /// <returns>How many.</returns>
    public static int Columns<TFormula>(in TFormula formula, int count, nint apart)
        where TFormula : struct, IColumnwise
    {
        if (count < 4)
        {
            return 0;
        }

        var arguments = stackalloc int[] { (int)Unsafe.AsPointer(in formula), count, (int)apart };
        Call(Kernels<TFormula>.For(formula), arguments);
        return count & ~3;
    }

    /// <summary>See <see cref="ProductCode.Tiles"/>; distances are in floats here.</summary>
    public static void Tiles(int rows, int k, float* a, nint aRow, nint aStep, float* b, nint bStep, float* c, nint cRow, bool add)
    {
        var arguments = stackalloc int[]
        {
            rows, k, (int)a, Bytes(aRow), Bytes(aStep), (int)b, Bytes(bStep), (int)c, Bytes(cRow), add ? 1 : 0,
        };
        Call(_tiles.Value, arguments);
    }

    /// <summary>See <see cref="ProductCode.Copy"/>; distances are in floats here.</summary>
    public static void Copy(int rows, int columns, float* source, nint sourceRow, nint sourceColumn, float* target, nint targetRow, int width)
    {
        var arguments = stackalloc int[]
        {
            rows, columns, (int)source, Bytes(sourceRow), Bytes(sourceColumn), (int)target, Bytes(targetRow), width,
        };
        Call(_copy.Value, arguments);
    }

    /// <summary>Copies columns of B, or of Bᵀ, from number j on, side by side and filled up with zeros, as <see cref="Panel"/> does.</summary>
    public static void CopyPanel(bool transposed, int depth, int columns, float* b, nint ldb, int j, float* panel)
    {
        var (row, column) = transposed ? ((nint)1, ldb) : (ldb, (nint)1);
        Copy(depth, columns, b + j * column, row, column, panel, Width, Width);
    }

    /// <summary>See <see cref="SquaresCode.Module"/>.</summary>
    public static void Squares(float* x, int count, double* sums)
    {
        var arguments = stackalloc int[] { (int)x, count, (int)sums };
        Call(_squares.Value, arguments);
    }

    private static int Bytes(nint floats) => (int)floats * sizeof(float);

    private static void Call(nint function, int* arguments) => ((delegate* unmanaged<nint, void>)function)((nint)arguments);

    private static (bool IsThere, bool Strict) Ask()
    {
        try
        {
            return (true, RoundsTwice(Compile(new FormulaCode(Kernels<Square>.Recorded(default), Formula<Square>.Pointers, strict: false).Module())));
        }
        catch (JSException)
        {
            return IsAdding() ? (true, true) : default; // an engine that does not know the instruction
        }
    }

    private static bool IsAdding()
    {
        try
        {
            return Compile(ProductCode.Copy()) != 0;
        }
        catch (JSException)
        {
            return false; // the host does not let functions in
        }
    }

    // (1 + 2⁻¹²)² − (1 + 2⁻¹¹) is 2⁻²⁴ if it is rounded once, and 0 if twice.
    private static bool RoundsTwice(nint function)
    {
        var results = stackalloc float[4];
        var formula = new Square(1 + 1f / 4096, -(1 + 1f / 2048), results);
        var arguments = stackalloc int[] { (int)(nint)(&formula), 4, 0 };
        Call(function, arguments);
        return results[0] == 0;
    }

    private static nint Compile(byte[] module) => AddFunction(module);

    // The host puts the module's f into the runtime's table of functions, and says where.
    [JSImport("globalThis.addFunction")]
    private static partial int AddFunction(byte[] module);

    private static class Kernels<TFormula>
        where TFormula : struct, IColumnwise
    {
        private static readonly Dictionary<ulong, nint> _functions = [];

        public static nint For(TFormula formula)
        {
            var numbers = Formula<TFormula>.Numbers(formula);
            if (!_functions.TryGetValue(numbers, out var function))
            {
                var code = new FormulaCode(Recorded(formula), Formula<TFormula>.Pointers, _host.Strict);
                _functions[numbers] = function = Compile(code.Module());
            }

            return function;
        }

        public static Recording Recorded(TFormula formula) => Recording.Of(
            () => Formula<TFormula>.StandIn(formula).At(new Columns<Recorded>(Recording.Start, Recording.Apart)));
    }

    private readonly struct Square(float x, float rest, float* result) : IColumnwise
    {
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> =>
            at.Put(T.FusedMultiplyAdd(T.Create(x), T.Create(x), T.Create(rest)), result);
    }
}
