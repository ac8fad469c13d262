using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SequenceModels.Numerics;

/// <summary>Work that is written for lanes of any width.</summary>
internal interface IWidthless
{
    void Run<T>() where T : unmanaged, ILanes<T>;
}

/// <summary>Chooses the widest lanes that this machine has. The choice changes the time, never the result.</summary>
internal static class WidestLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TWork>(TWork work) where TWork : IWidthless, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            work.Run<Lanes16>();
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            work.Run<Lanes8>();
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            work.Run<Lanes4>();
        }
        else
        {
            work.Run<Lane>();
        }
    }
}
