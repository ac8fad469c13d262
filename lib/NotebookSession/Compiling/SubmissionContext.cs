using System.Reflection;
using NotebookSession.Errors;

namespace NotebookSession.Compiling;

/// <summary>
/// Holds one submission's assembly, and with it those it refers to. If it is collectible, the runtime frees its code
/// when no variable, type or delegate of the cell is in use any more.
/// </summary>
internal sealed class SubmissionContext(Libraries libraries, IReadOnlyDictionary<string, Assembly> earlier, bool collectible)
    : CellContext(collectible)
{
    private readonly Dictionary<string, Assembly> _referenced = [];

    /// <summary>Loads the emitted code with its line numbers.</summary>
    public Assembly Load(MemoryStream image, MemoryStream symbols)
    {
        Symbols = new CellSymbols(symbols.ToArray());
        var assembly = LoadFromStream(image, symbols);
        foreach (var name in assembly.GetReferencedAssemblies())
        {
            if (earlier.TryGetValue(name.FullName, out var submission))
            {
                _referenced[name.FullName] = submission;
            }
        }

        return assembly;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        _referenced.GetValueOrDefault(assemblyName.FullName) ?? libraries.Load(assemblyName);
}
