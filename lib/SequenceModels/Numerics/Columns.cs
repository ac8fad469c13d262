using System.Runtime.CompilerServices;

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
    /// <summary>The first column's number.</summary>
    public nint Start => start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of(float* row, int gate = 0) => T.Load(row + (gate * apart + start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(T lanes, float* row, int gate = 0) => T.Store(lanes, row + (gate * apart + start));
}

/// <summary>Walks over all columns: register by register, then what fills none one by one.</summary>
internal static class Columns
{
    public static void Run<TFormula>(TFormula formula, int count) where TFormula : struct, IColumnwise =>
        Widest.Run(new Walk<TFormula>(formula, count));

    private readonly struct Walk<TFormula>(TFormula formula, int count) : IWidthless
        where TFormula : struct, IColumnwise
    {
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var whole = count - count % T.Count;
            Run<T>(0, whole);
            Run<Lane>(whole, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Run<T>(int from, int to) where T : unmanaged, ILanes<T>
        {
            for (var j = from; j < to; j += T.Count)
            {
                formula.At(new Columns<T>(j));
            }
        }
    }
}
