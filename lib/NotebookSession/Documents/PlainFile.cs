using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NotebookSession.Documents;

/// <summary>Reads files that may be a stranger's: a pipe under a notebook's name would hold up its reader for ever, and a
/// file of any size fill the memory.</summary>
public static class PlainFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 256 << 20;

    private const int NotThere = 2, NotAllowed = 13; // errno, on Linux as on macOS
    private static readonly int _atOnce = OperatingSystem.IsMacOS() ? 0x1000004 : 0x80800; // O_CLOEXEC | O_NONBLOCK

    /// <summary>The file's bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Of a longer file, only so many from its beginning. Default: all, and a file that is too large is refused.</param>
    /// <exception cref="IOException">It is a device or a pipe, is too large, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no permission to read it.</exception>
    public static byte[] Read(string path, int? most = null)
    {
        using var file = new FileStream(Open(path), FileAccess.Read, bufferSize: 0);
        if (!file.CanSeek)
        {
            throw new IOException($"{path}: a pipe or a device, expected a file");
        }

        if (most is null && file.Length > Largest)
        {
            throw new IOException($"{path}: {file.Length >> 20} MB, and files are read up to {Largest >> 20} MB");
        }

        var bytes = new byte[(int)Math.Min(file.Length, most ?? Largest)];
        return bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).ToArray();
    }

    // .NET waits until somebody opens a pipe's other end.
    private static SafeFileHandle Open(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return File.OpenHandle(path);
        }

        var handle = new SafeFileHandle(OpenAtOnce(Path.GetFullPath(path), _atOnce), ownsHandle: true);
        return !handle.IsInvalid ? handle : throw (Marshal.GetLastPInvokeError() switch
        {
            NotThere => new FileNotFoundException($"{path}: no such file", path),
            NotAllowed => new UnauthorizedAccessException($"{path}: no permission to read it"),
            var error => new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}"),
        });
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern nint OpenAtOnce([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
