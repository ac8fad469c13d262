using System.ComponentModel;
using System.Runtime.CompilerServices;
using NotebookSession.Showing;
using NotebookSession.Stacks;

namespace NotebookSession.InCell;

/// <summary>
/// Every function and loop of a cell calls this, so that the cell can be stopped there and runs out of stack with an
/// exception instead of taking the process with it. Aborting a thread would need no calls, but the runtime doesn't
/// survive it: on Linux an abort in recursion ends the process.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    private static int _watching;

    /// <summary>At the start of a function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        StackRoom.Require();
        Pass();
    }

    /// <summary>Before stackalloc; hands its size on.</summary>
    public static nuint Allocate(nuint size) => StackRoom.Require(size);

    /// <summary>At the start of a loop's body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (Volatile.Read(ref _watching) != 0)
        {
            CellScope.Current?.PassCheckpoint();
        }
    }

    /// <summary>Makes checkpoints look after their cell, which is to stop, or runs where no other thread does.</summary>
    internal static void BeginWatching() => Interlocked.Increment(ref _watching);

    /// <summary>That cell has ended.</summary>
    internal static void EndWatching() => Interlocked.Decrement(ref _watching);
}
