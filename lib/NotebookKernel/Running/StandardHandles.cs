using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NotebookKernel.Running;

/// <summary>
/// The process's own standard streams, as native code and the programs that a cell starts have them. A session that speaks over them
/// takes them for itself, and leaves the cells an input without a line and an output that is not its own.
/// </summary>
public static partial class StandardHandles
{
    private const int In = 0, Out = 1, Error = 2;

    /// <summary>Takes input and output: cells read nothing from now on, and what they write natively goes to the error stream.</summary>
    public static (Stream Input, Stream Output, Stream Errors) Take()
    {
        var (input, output, errors) = (Keep(In, FileAccess.Read), Keep(Out, FileAccess.Write), Keep(Error, FileAccess.Write));
        Empty();
        if (OperatingSystem.IsWindows())
        {
            SetStdHandle(Windows(Out), GetStdHandle(Windows(Error)));
        }
        else
        {
            _ = Duplicate(Error, Out);
        }

        return (input, output, errors);
    }

    private static void Empty()
    {
        var nothing = File.OpenHandle(OperatingSystem.IsWindows() ? "NUL" : "/dev/null");
        Replace(In, nothing);
        nothing.SetHandleAsInvalid(); // it is the process's for good
    }

    // A file by that name is not inherited: programs that a cell starts must not hold the session's streams open.
    private static FileStream Keep(int stream, FileAccess access) => OperatingSystem.IsWindows()
        ? new FileStream(new SafeFileHandle(GetStdHandle(Windows(stream)), ownsHandle: false), access, bufferSize: 0)
        : new FileStream($"/dev/fd/{stream}", FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);

    private static void Replace(int stream, SafeHandle with)
    {
        if (OperatingSystem.IsWindows())
        {
            SetStdHandle(Windows(stream), with.DangerousGetHandle());
        }
        else
        {
            _ = Duplicate((int)with.DangerousGetHandle(), stream);
        }
    }

    private static int Windows(int stream) => -10 - stream;

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int which, nint handle);
}
