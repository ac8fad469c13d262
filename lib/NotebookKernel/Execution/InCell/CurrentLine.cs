using System.ComponentModel;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace NotebookKernel.Execution.InCell;

/// <summary>
/// The line that the cell's own statements have come to. What ends the process can't say where it was, so whoever started
/// the process may give a file that keeps the number.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class CurrentLine
{
    /// <summary>The variable that names the file to a process.</summary>
    internal const string Variable = "NOTEBOOK_CURRENT_LINE";

    /// <summary>Where cells write the number.</summary>
    public static readonly int* Place = Shared(Environment.GetEnvironmentVariable(Variable));

    /// <summary>A cell begins.</summary>
    internal static void Reset() => *Place = 0;

    private static int* Shared(string? file)
    {
        if (!File.Exists(file))
        {
            return (int*)NativeMemory.AllocZeroed(sizeof(int));
        }

        // The mapping lives as long as the process.
        var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var view = MemoryMappedFile.CreateFromFile(stream, null, sizeof(int), MemoryMappedFileAccess.ReadWrite, default, leaveOpen: true)
            .CreateViewAccessor();
        byte* place = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref place);
        return (int*)place;
    }
}
