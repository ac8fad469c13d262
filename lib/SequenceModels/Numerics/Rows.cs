using System.Runtime.CompilerServices;
using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>Where a row of floats lies, and how far behind it the next one: 0 if the same row serves all.</summary>
internal readonly unsafe struct Cursor(float* at, nint step)
{
    public float* At => at;

    public Cursor Next => After(1);

    public Cursor After(int rows) => new(at + rows * step, step);
}

/// <summary>A formula of each column by itself that goes on from row to row.</summary>
internal interface IRowwise<TSelf> : IColumnwise
{
    /// <summary>The formula of the next row.</summary>
    TSelf Next { get; }
}

/// <summary>Walks over all columns of all rows, row after row.</summary>
internal static class Rows
{
    public static void Run<TFormula>(TFormula formula, int rows, int columns) where TFormula : struct, IRowwise<TFormula> =>
        WidestLanes.Run(new Walk<TFormula>(formula, rows, columns));

    private readonly struct Walk<TFormula>(TFormula formula, int rows, int columns) : IWidthless
        where TFormula : struct, IRowwise<TFormula>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var row = formula;
            if (Compiled.IsThere)
            {
                Compiled.Run(row, rows, columns, apart: 0);
                return;
            }

            for (var left = rows; left > 0; left--, row = row.Next)
            {
                Columns.Run<T, TFormula>(row, columns);
            }
        }
    }
}
