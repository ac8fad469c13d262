namespace SequenceModels.Numerics;

/// <summary>Work on some rows of a matrix that needs sixteen partial results for each, twice.</summary>
internal unsafe interface IRowBlock
{
    void Run(int start, int rows, float* sixteens, float* others);
}

/// <summary>As many rows at once as stay in the first-level cache from one pass to the next, shared between cores.</summary>
internal static unsafe class RowBlocks
{
    private const int Numbers = 4096, MostRows = 64;

    public static void Run<TBlock>(TBlock block, int size, int columns) where TBlock : struct, IRowBlock =>
        Division.Run(new InBlocks<TBlock>(block, columns), columns == 0 ? 0 : size / columns, columns);

    private readonly struct InBlocks<TBlock>(TBlock block, int columns) : IDivisible where TBlock : struct, IRowBlock
    {
        public void Run(int start, int count)
        {
            float* sixteens = stackalloc float[16 * MostRows], others = stackalloc float[16 * MostRows];
            var most = Math.Clamp(Numbers / Math.Max(1, columns), 1, MostRows);
            for (var row = start; row < start + count; row += most)
            {
                block.Run(row, Math.Min(most, start + count - row), sixteens, others);
            }
        }
    }
}
