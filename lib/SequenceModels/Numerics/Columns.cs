using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>Neighbouring columns, as many as a register holds or fewer at a row's end, of every row that a formula
/// reads. A row may hold several gates side by side, so many floats apart.</summary>
internal readonly unsafe struct Columns<T>(int start, int count, int apart = 0) where T : unmanaged, ILanes<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of(float* row, int gate = 0)
    {
        row += gate * apart + start;
        return count == T.Count ? T.Load(row) : LoadRest(row, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(T lanes, float* row, int gate = 0)
    {
        row += gate * apart + start;
        if (count == T.Count)
        {
            T.Store(lanes, row);
        }
        else
        {
            StoreRest(lanes, row, count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LoadRest(float* source, int count)
    {
        T lanes = default;
        Part.Copy(source, (float*)&lanes, count);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreRest(T lanes, float* target, int count) => Part.Copy((float*)&lanes, target, count);
}
