using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using Files;
using NotebookSession.InCell;

namespace NotebookKernel.Running;

/// <summary>The line that a session's cell has come to, in a file that outlives the session's process.</summary>
public sealed class LineFile : IDisposable
{
    private const string Variable = "NOTEBOOK_CURRENT_LINE"; // names the file to the process

    private readonly string _path = Path.GetTempFileName();

    /// <summary>Makes the file, for a process that is to be started.</summary>
    public LineFile(ProcessStartInfo start)
    {
        AtomicFile.Write(_path, new byte[sizeof(int)], isPrivate: true);
        start.Environment[Variable] = _path;
    }

    /// <summary>The line; 0: none.</summary>
    public int Line => BitConverter.ToInt32(File.ReadAllBytes(_path));

    /// <summary>In the session's process, before the first cell: has cells write there. The mapping lives as long as the process.</summary>
    public static unsafe void Open()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } path && File.Exists(path))
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            var view = MemoryMappedFile.CreateFromFile(stream, null, sizeof(int), MemoryMappedFileAccess.ReadWrite, default, leaveOpen: true)
                .CreateViewAccessor();
            byte* place = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref place);
            CurrentLine.Lasting.Place = (nint)place;
        }
    }

    /// <summary>Removes the file.</summary>
    public void Dispose() => File.Delete(_path);
}
