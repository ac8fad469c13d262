using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Installing;

/// <summary>
/// Names of other kernels that this one is announced by as well, so that notebooks which ask for them open with it. What
/// had such a name before is kept beside the folder of kernels, where no front end looks, until the name is given back.
/// </summary>
internal static class TakenNames
{
    private const string Folder = "csharp-course-kept";

    /// <summary>Makes room for a kernelspec of ours: keeps what has its name aside, if that is another's.</summary>
    public static void Take(string kernels, string name)
    {
        var there = Path.Combine(kernels, name);
        if (Directory.Exists(there) && !IsOurs(there))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Kept(kernels, name))!);
            Directory.Move(there, Kept(kernels, name));
        }
    }

    /// <summary>Removes a kernelspec if it is ours, and puts back what was kept for it; false if it isn't one of ours.</summary>
    public static bool GiveBack(string kernels, string name)
    {
        var (there, kept) = (Path.Combine(kernels, name), Kept(kernels, name));
        if (!Directory.Exists(there) || !IsOurs(there))
        {
            return false;
        }

        Directory.Delete(there, recursive: true);
        if (Directory.Exists(kept))
        {
            Directory.Move(kept, there);
            var others = Path.GetDirectoryName(kept)!;
            if (!Directory.EnumerateFileSystemEntries(others).Any())
            {
                Directory.Delete(others);
            }
        }

        return true;
    }

    /// <summary>The names by which this kernel is announced.</summary>
    public static IReadOnlyList<string> In(string kernels) => !Directory.Exists(kernels) ? []
        : [.. Directory.GetDirectories(kernels).Where(IsOurs).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private static string Kept(string kernels, string name) => Path.Combine(Path.GetDirectoryName(kernels)!, Folder, name);

    private static bool IsOurs(string spec)
    {
        if (Path.GetFileName(spec) == KernelSpec.Name)
        {
            return true;
        }

        try
        {
            return (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(spec, "kernel.json")))?["metadata"]?[KernelSpec.Marker] is not null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false; // whatever it is, it was not written here
        }
    }
}
