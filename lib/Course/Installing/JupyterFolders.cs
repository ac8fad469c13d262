namespace Course.Installing;

/// <summary>Where Jupyter, and VS Code's Jupyter extension, look for kernels.</summary>
/// <remarks>docs.jupyter.org, "Common directories and file locations".</remarks>
internal static class JupyterFolders
{
    /// <summary>One user's kernels.</summary>
    public static string OfUser()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } data)
        {
            return Path.Combine(data, "kernels");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter", "kernels")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter", "kernels")
            : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? Path.Combine(xdg, "jupyter", "kernels")
            : Path.Combine(home, ".local", "share", "jupyter", "kernels");
    }

    /// <summary>All users' kernels.</summary>
    public static string OfSystem() => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels")
        : OfPrefix("/usr/local");

    /// <summary>All folders that are searched, first found first.</summary>
    public static IEnumerable<string> Searched() =>
    [
        .. (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "kernels")),
        OfUser(),
        OfSystem(),
        OfPrefix("/usr"),
    ];

    /// <summary>The kernels of an environment, such as a Python virtual environment's folder.</summary>
    public static string OfPrefix(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");
}
