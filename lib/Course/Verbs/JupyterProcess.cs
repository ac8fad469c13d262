using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Course.Verbs;

/// <summary>The Jupyter server that started this kernel.</summary>
internal static partial class JupyterProcess
{
    /// <summary>
    /// The process that JPY_PARENT_PID means: its id, or on Windows, in spite of the name, a handle of it that this
    /// process has inherited. Null if it means none: then nobody says when to end but the messages.
    /// </summary>
    /// <remarks>jupyter_client, launcher.py; ipykernel, parentpoller.py.</remarks>
    public static Process? Find(string? variable)
    {
        if (!int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 1)
        {
            return null;
        }

        try
        {
            return OperatingSystem.IsWindows()
                ? ProcessIdOf(number) is > 0 and var id ? Process.GetProcessById((int)id) : null
                : Process.GetProcessById(number);
        }
        catch (Exception e) when (e is ArgumentException or Win32Exception)
        {
            return null; // there is no such process
        }
    }

    // 0 for what is no handle of a process.
    [LibraryImport("kernel32", EntryPoint = "GetProcessId")]
    private static partial uint ProcessIdOf(nint handle);
}
