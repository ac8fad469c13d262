using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>A part of what an iterator walks over: neighboring rows of a sheet, or columns of the only row.</summary>
internal readonly unsafe struct TensorBlock(in TensorIterator over, int sheet, int row, int rows, int column, int columns)
{
    private readonly TensorIterator _over = over;

    /// <summary>The rows before it, of all sheets.</summary>
    public int Before => sheet * _over.Rows + row;

    public int Rows => rows;

    public int Columns => columns;

    /// <inheritdoc cref="TensorIterator.ColumnStep"/>
    public int ColumnStep(int view) => _over.ColumnStep(view);

    /// <inheritdoc cref="TensorIterator.RowStep"/>
    public int RowStep(int view) => _over.RowStep(view);

    /// <summary>Whether all columns of a view share one number.</summary>
    public bool IsOneNumber(int view) => ColumnStep(view) == 0 && _over.Columns > 1;

    /// <summary>Its rows in the memory of a view.</summary>
    public Cursor At(float* start, int view) => new(start + _over.Start(sheet, row, view) + column * ColumnStep(view), RowStep(view));
}

/// <summary>Work on one block after the other, or on several at once.</summary>
internal interface IBlockwise
{
    void Run(in TensorBlock block);
}

/// <summary>Walks over all blocks.</summary>
internal static class TensorBlocks
{
    /// <summary>What adds up in the same numbers of the view that is written does so in order; all else is shared between cores.</summary>
    public static void Run<TWork>(in TensorIterator over, TWork work, int written) where TWork : struct, IBlockwise
    {
        var (rows, all) = (new OfRows<TWork>(over, work), over.Sheets * over.Rows);
        if (over.Overlaps(written))
        {
            rows.Run(0, all);
        }
        else if (all > 1)
        {
            Division.Run(rows, all, over.Columns);
        }
        else
        {
            Division.Run(new OfARow<TWork>(over, work), over.Columns, 1);
        }
    }

    private readonly struct OfRows<TWork>(TensorIterator over, TWork work) : IDivisible where TWork : struct, IBlockwise
    {
        public void Run(int start, int count)
        {
            for (int at = start, end = start + count, rows; at < end; at += rows)
            {
                var (sheet, row) = Math.DivRem(at, over.Rows);
                rows = Math.Min(over.Rows - row, end - at);
                work.Run(new TensorBlock(over, sheet, row, rows, 0, over.Columns));
            }
        }
    }

    private readonly struct OfARow<TWork>(TensorIterator over, TWork work) : IDivisible where TWork : struct, IBlockwise
    {
        public void Run(int start, int count) => work.Run(new TensorBlock(over, 0, 0, 1, start, count));
    }
}
