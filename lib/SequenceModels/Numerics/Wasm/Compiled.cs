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
    private static readonly Lazy<nint> _squares = new(() => Compile(WideSumsCode.Squares()));
    private static readonly Lazy<nint> _sums = new(() => Compile(WideSumsCode.Sums()));

    /// <summary>Whether this is such a browser. Elsewhere what asks is not even compiled.</summary>
    [SupportedOSPlatformGuard("browser")]
    public static bool IsThere => OperatingSystem.IsBrowser() && _host.IsThere;

    /// <summary>Does a formula for all columns of all rows.</summary>
    public static void Run<TFormula>(in TFormula formula, int rows, int columns, nint apart)
        where TFormula : struct, IColumnwise
    {
        var arguments = stackalloc int[] { (int)Unsafe.AsPointer(in formula), columns, (int)apart, rows };
        Call(Kernels<TFormula>.For(formula), arguments);
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

    /// <summary>See <see cref="WideSumsCode.Squares"/>.</summary>
    public static void Squares(float* x, int count, double* sums)
    {
        var arguments = stackalloc int[] { (int)x, count, (int)sums };
        Call(_squares.Value, arguments);
    }

    /// <summary>See <see cref="WideSumsCode.Sums"/>; distances are in floats here.</summary>
    public static void WideSums(float* x, int count, int apart, int n, int step, double* divisor, float* sums)
    {
        var arguments = stackalloc int[] { (int)x, count, Bytes(apart), n, Bytes(step), (int)divisor, (int)sums };
        Call(_sums.Value, arguments);
    }

    private static int Bytes(nint floats) => (int)floats * sizeof(float);

    private static void Call(nint function, int* arguments) => ((delegate* unmanaged<nint, void>)function)((nint)arguments);

    private static (bool IsThere, bool Strict) Ask()
    {
        try
        {
            return (true, RoundsTwice(Compile(Kernels<Square>.Code(default, strict: false))));
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
        var arguments = stackalloc int[] { (int)(nint)(&formula), 4, 0, 1 };
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
                _functions[numbers] = function = Compile(Code(formula, _host.Strict));
            }

            return function;
        }

        public static byte[] Code(TFormula formula, bool strict)
        {
            var recording = Recording.Of(
                () => Formula<TFormula>.StandIn(formula).At(new Columns<Recorded>(Recording.Start, Recording.Apart)));
            return new FormulaCode(recording, Formula<TFormula>.Pointers, Formula<TFormula>.Steps, strict).Module();
        }
    }

    private readonly struct Square(float x, float rest, float* result) : IColumnwise
    {
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> =>
            at.Put(T.FusedMultiplyAdd(T.Create(x), T.Create(x), T.Create(rest)), result);
    }
}
