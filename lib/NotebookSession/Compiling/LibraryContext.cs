using System.Reflection;
using System.Runtime.Loader;

namespace NotebookSession.Compiling;

/// <summary>
/// Loads libraries from memory, so that one can be built again while a notebook uses it; but those of packages, which stay as they
/// are, from their place, where some look for what they need.
/// </summary>
/// <param name="file">Where the library of that name is; null if it is the host's, or not there.</param>
/// <param name="stays">Whether that file stays as it is.</param>
/// <param name="native">Where the native library of that name is.</param>
internal sealed class LibraryContext(Func<string, string?> file, Predicate<string> stays, Func<string, string?> native)
    : AssemblyLoadContext("notebook libraries")
{
    /// <summary>What has been loaded by that name; null if nothing has.</summary>
    public Assembly? Loaded(string name) => Assemblies.FirstOrDefault(assembly => name.Equals(assembly.GetName().Name, StringComparison.OrdinalIgnoreCase));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (file(assemblyName.Name!) is not { } path)
        {
            return null;
        }

        if (stays(path))
        {
            return LoadFromAssemblyPath(path);
        }

        using var image = new MemoryStream(File.ReadAllBytes(path));
        var symbols = Path.ChangeExtension(path, ".pdb");
        using var pdb = File.Exists(symbols) ? new MemoryStream(File.ReadAllBytes(symbols)) : null;
        return LoadFromStream(image, pdb);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        native(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
