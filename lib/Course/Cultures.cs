using System.Runtime.InteropServices;

namespace Course;

/// <summary>
/// A cell has the cultures of .NET, and its user's for a start, as any C# program has. They come from ICU, a library of
/// the system that some machines lack; .NET would end there before it begins. So this program is configured to do
/// without (InvariantGlobalization), as its pages and files are the same under every culture anyway, and the processes
/// that run cells ask for the cultures where there are any. Lessons start with the invariant culture, see setup.csx.
/// </summary>
internal static class Cultures
{
    /// <summary>Makes them available; the first thing that a process does, for .NET decides once.</summary>
    public static void Enable()
    {
        if (!OperatingSystem.IsLinux() || IsIcuThere())
        {
            AppContext.SetSwitch("System.Globalization.Invariant", false);
            AppContext.SetSwitch("System.Globalization.PredefinedCulturesOnly", false);
        }
    }

    // The runtime's own search, which knows every version and name under which ICU may be installed.
    private static bool IsIcuThere()
    {
        try
        {
            return LoadIcu() != 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libSystem.Globalization.Native", EntryPoint = "GlobalizationNative_LoadICU")]
    private static extern int LoadIcu();
}
