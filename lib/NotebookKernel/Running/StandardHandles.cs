using System.Collections.Concurrent;
using System.IO.Pipes;
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
    private const char Mark = '\x1e'; // the record separator
    private static readonly TimeSpan _settlingTime = TimeSpan.FromMilliseconds(200);

    /// <summary>Takes input and output: cells read nothing from now on, and what they write natively goes to the error stream.</summary>
    public static (Stream Input, Stream Output) Take()
    {
        var (input, output) = (Keep(In, FileAccess.Read), Keep(Out, FileAccess.Write));
        Empty();
        if (OperatingSystem.IsWindows())
        {
            SetStdHandle(Windows(Out), GetStdHandle(Windows(Error)));
        }
        else
        {
            _ = Duplicate(Error, Out);
        }

        return (input, output);
    }

    /// <summary>Cells read nothing from now on, and what they write natively, to output or error stream, is given to <paramref name="write"/>.</summary>
    /// <returns>Waits, for a moment at most, until what has been written so far has been given.</returns>
    public static Func<Task> Capture(Action<string, string> write)
    {
        _ = (Console.Out, Console.Error); // their own handles stay what they were
        Empty();
        var output = Read(Out, text => write("stdout", text));
        var errors = Read(Error, text => write("stderr", text));
        return () => Task.WhenAny(Task.WhenAll(output(), errors()), Task.Delay(_settlingTime));
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

    private static Func<Task> Read(int stream, Action<string> write)
    {
        var pipe = new AnonymousPipeServerStream(
            PipeDirection.In, OperatingSystem.IsWindows() ? HandleInheritability.Inheritable : HandleInheritability.None);
        var marks = new AnonymousPipeClientStream(PipeDirection.Out, pipe.ClientSafePipeHandle);
        Replace(stream, pipe.ClientSafePipeHandle);
        var settled = new ConcurrentQueue<TaskCompletionSource>();
        new Thread(() =>
        {
            using var reader = new StreamReader(pipe); // UTF-8, also where a letter is cut in two
            var buffer = new char[4096];
            while (reader.Read(buffer) is > 0 and var count)
            {
                var text = new string(buffer, 0, count);
                write(text.Replace(Mark.ToString(), ""));
                for (var marked = text.Count(letter => letter == Mark); marked > 0 && settled.TryDequeue(out var all); marked--)
                {
                    all.SetResult();
                }
            }
        })
        { IsBackground = true, Name = "native output" }.Start();
        return () =>
        {
            var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            settled.Enqueue(all);
            _ = Task.Run(() => marks.WriteByte((byte)Mark));
            return all.Task;
        };
    }

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
