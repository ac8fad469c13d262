using System.Reflection;
using NotebookSession.Compiling;
using NotebookSession.Errors;

namespace NotebookSession.Languages;

/// <summary>
/// What the code of F# parts is made with: the session's libraries. The F# compiler loads that code from memory, which the runtime
/// takes for a place of its own, where it knows the program's assemblies only, and asks for others.
/// </summary>
internal sealed class FSharpAssemblies : IDisposable
{
    private readonly Libraries _libraries;

    public FSharpAssemblies(Libraries libraries)
    {
        _libraries = libraries;
        AppDomain.CurrentDomain.AssemblyResolve += Find;
    }

    /// <inheritdoc/>
    public void Dispose() => AppDomain.CurrentDomain.AssemblyResolve -= Find;

    private Assembly? Find(object? sender, ResolveEventArgs wanted) =>
        wanted.RequestingAssembly is { } code && FSharpFrames.Has(code) && new AssemblyName(wanted.Name) is var name && _libraries.Has(name.Name!)
            ? _libraries.Load(name) : null;
}
