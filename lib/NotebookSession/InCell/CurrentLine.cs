using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NotebookSession.InCell;

/// <summary>
/// The line that the cell's own statements have come to. What ends the process can't say where it was, so the host may give
/// a place that outlives it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class CurrentLine
{
    /// <summary>Where cells write the number.</summary>
    public static readonly int* Place = (int*)(Lasting.Place ?? (nint)NativeMemory.AllocZeroed(sizeof(int)));

    /// <summary>A cell begins.</summary>
    internal static void Reset() => *Place = 0;

    /// <summary>The host's place. Of a class of its own, since it is to be known before the first cell asks.</summary>
    internal static class Lasting
    {
        public static nint? Place { get; set; }
    }
}
