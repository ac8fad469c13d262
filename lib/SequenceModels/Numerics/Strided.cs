using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>Numbers that lie evenly, but not side by side.</summary>
internal static unsafe class Strided
{
    /// <summary>target[i, j] = source[i · row + j · column], row by row.</summary>
    public static void Copy(int rows, int columns, float* source, nint row, nint column, float* target)
    {
        if (Compiled.IsThere)
        {
            Compiled.Copy(rows, columns, source, row, column, target, columns, columns);
            return;
        }

        const int Tile = 16; // columns whose cache lines serve some rows before they are gone
        for (var first = 0; first < columns; first += column == 1 ? columns : Tile)
        {
            for (var i = 0; i < rows; i++)
            {
                float* from = source + i * row, to = target + (nint)i * columns;
                if (column == 1)
                {
                    new ReadOnlySpan<float>(from, columns).CopyTo(new Span<float>(to, columns));
                    continue;
                }

                for (var j = first; j < Math.Min(first + Tile, columns); j++)
                {
                    to[j] = from[j * column];
                }
            }
        }
    }
}
