using Course.Running;

namespace Course.Installing;

/// <summary>The program that the kernelspec starts: the built one, or a copy of it. Windows holds the files of a running
/// program, so a kernel that is started from where the course is built would stop the course from being built again.</summary>
internal static class BuiltProgram
{
    /// <summary>The built program, as it is.</summary>
    public static string InPlace => Path.Combine(AppContext.BaseDirectory, OwnProgram.Name);

    /// <summary>A copy, in a folder for each build beside the folder of kernels; those of earlier builds go, if no kernel runs them.</summary>
    public static string CopyFor(string kernels)
    {
        var copies = FolderOf(kernels);
        var files = Files();
        var build = Stamp(files);
        foreach (var earlier in Directory.Exists(copies) ? Directory.GetDirectories(copies) : [])
        {
            if (Path.GetFileName(earlier) != build)
            {
                Remove(earlier);
            }
        }

        var target = Path.Combine(copies, build);
        if (!Directory.Exists(target))
        {
            Folders.Copy(AppContext.BaseDirectory, files, target);
        }

        return Path.Combine(target, OwnProgram.Name);
    }

    /// <summary>Whether a program is this one, as it is built now: it, or a copy of it that an installation made.</summary>
    /// <param name="program">The program that a kernelspec starts.</param>
    /// <param name="kernels">The folder of kernels in which that kernelspec is.</param>
    public static bool IsCurrent(string program, string kernels) =>
        Paths.Same(program, InPlace) || Paths.Same(program, Path.Combine(FolderOf(kernels), Stamp(Files()), OwnProgram.Name));

    /// <summary>Whether a program is a copy that an installation made, of this build or an earlier one.</summary>
    public static bool IsCopy(string program, string kernels) => Paths.IsBelow(FolderOf(kernels), program);

    /// <summary>Removes the copies that no kernel runs.</summary>
    public static void RemoveCopies(string kernels) => Remove(FolderOf(kernels));

    private static string FolderOf(string kernels) => Path.Combine(Path.GetDirectoryName(kernels)!, KernelSpec.Name);

    private static string[] Files() => Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories);

    private static string Stamp(string[] files) => $"{files.Max(File.GetLastWriteTimeUtc):yyyyMMdd-HHmmss-fff}";

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A kernel runs it; the next installation tries again.
        }
    }
}
