using System.Runtime.Loader;

namespace NotebookSession.Errors;

/// <summary>Where a cell's compiled code is loaded: what is in it is the student's.</summary>
internal abstract class CellContext(bool collectible) : AssemblyLoadContext("cell", collectible)
{
    /// <summary>Where its code comes from.</summary>
    public CellSymbols? Symbols { get; protected set; }
}
