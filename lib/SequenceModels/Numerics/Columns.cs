using System.Runtime.CompilerServices;
using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>A formula of each column by itself, on rows of its own.</summary>
internal interface IColumnwise
{
    void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>;
}

/// <summary>Neighbouring columns, as many as a register holds, of every row that a formula reads. A row may hold several
/// gates side by side, so many floats apart.</summary>
internal readonly unsafe struct Columns<T>(nint start, nint apart = 0) where T : unmanaged, ILanes<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of(float* row, int gate = 0) => T.Load(row + (gate * apart + start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(T lanes, float* row, int gate = 0) => T.Store(lanes, row + (gate * apart + start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of(Cursor row) => Of(row.At);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(T lanes, Cursor row) => Put(lanes, row.At);

    /// <summary>Of sixteen sums, those to which these columns are added: number i mod 16 for column i.</summary>
    public float* Turn(float* sixteen) => sixteen + start % 16;
}

/// <summary>Walks over all columns: register by register, and what fills none four by four, then one by one.</summary>
internal static class Columns
{
    /// <summary>In the widest registers, and by all cores if there are many.</summary>
    public static void Run<TFormula>(TFormula formula, int count) where TFormula : struct, IColumnwise =>
        Division.Run(new Stretch<TFormula>(formula), count, 1);

    public static void Run<T, TFormula>(in TFormula formula, int count, nint apart = 0)
        where T : unmanaged, ILanes<T>
        where TFormula : struct, IColumnwise => Run<T, TFormula>(formula, 0, count, apart);

    private static void Run<T, TFormula>(in TFormula formula, int from, int to, nint apart)
        where T : unmanaged, ILanes<T>
        where TFormula : struct, IColumnwise
    {
        if (Compiled.IsThere)
        {
            Compiled.Run(formula, rows: 1, to, apart); // all of them: a tab has one thread
            return;
        }

        var done = Whole<T, TFormula>(formula, from, to, apart);
        if (done < to)
        {
            done = Whole<Lanes4, TFormula>(formula, done, to, apart);
            Whole<Lane, TFormula>(formula, done, to, apart);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Whole<T, TFormula>(in TFormula formula, int from, int count, nint apart)
        where T : unmanaged, ILanes<T>
        where TFormula : struct, IColumnwise
    {
        for (; from <= count - T.Count; from += T.Count)
        {
            formula.At(new Columns<T>(from, apart));
        }
        return from;
    }

    private readonly struct Stretch<TFormula>(TFormula formula) : IDivisible
        where TFormula : struct, IColumnwise
    {
        public void Run(int start, int count) => WidestLanes.Run(new Walk<TFormula>(formula, start, count));
    }

    private readonly struct Walk<TFormula>(TFormula formula, int start, int count) : IWidthless
        where TFormula : struct, IColumnwise
    {
        public void Run<T>() where T : unmanaged, ILanes<T> => Columns.Run<T, TFormula>(formula, start, start + count, apart: 0);
    }
}
