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

    /// <summary>Whether an assembly is code of F# parts.</summary>
    public static bool Has(Assembly assembly) => assembly.GetName().Name!.StartsWith("FSI-ASSEMBLY", StringComparison.Ordinal);

    /// <summary>A method of such code, as the student knows it: empty for what stands in the cell itself.</summary>
    public static string NameOf(MethodBase method) => method.DeclaringType switch
    {
        _ when method.Name == "main@" => "",
        { Name: var function } when function.Contains('@', StringComparison.Ordinal) => function.Split('@')[0], // a class for a lambda, or for a function in a function
        { DeclaringType: not null } type => $"{TypeNames.Of(type)}.{method.Name}",
        _ => method.Name,
    };

    private Assembly? Find(object? sender, ResolveEventArgs wanted) =>
        wanted.RequestingAssembly is { } code && Has(code) && new AssemblyName(wanted.Name) is var name && _libraries.Has(name.Name!)
            ? _libraries.Load(name) : null;
}
