using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>The floats at an end that fill no whole register.</summary>
internal static unsafe class Part
{
    public static void Copy(float* source, float* target, int count) =>
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(target, count));

    /// <summary>The next floats, of which only <paramref name="left"/> are there; 0 for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(float* source, int left) where T : unmanaged, ILanes<T> =>
        left >= T.Count ? T.Load(source) : LoadLast<T>(source, left);

    /// <summary>Writes the lanes that have a place, of which <paramref name="left"/> are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(T lanes, float* target, int left) where T : unmanaged, ILanes<T>
    {
        if (left >= T.Count)
        {
            T.Store(lanes, target);
        }
        else
        {
            StoreLast(lanes, target, left);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LoadLast<T>(float* source, int left) where T : unmanaged, ILanes<T>
    {
        T last = default;
        Copy(source, (float*)&last, left);
        return last;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreLast<T>(T lanes, float* target, int left) where T : unmanaged, ILanes<T> =>
        Copy((float*)&lanes, target, left);
}
