using System.Reflection;
using NotebookSession.Compiling;
using NotebookSession.Packages;

namespace NotebookSession.Languages;

/// <summary>The F# compiler, of which only names are known here.</summary>
internal static class FSharpCompiler
{
    private const string Core = "FSharp.Core", Compiler = "FSharp.Compiler.Service";

    /// <summary>Makes the package's compiler one of the session's libraries.</summary>
    /// <exception cref="InvalidOperationException">It can't run beside what is loaded already.</exception>
    public static void Add(RestoredFiles files, Libraries libraries)
    {
        // One FSharp.Core for all: values of its types go from F# to libraries, to C#, and back.
        var isHosts = libraries.Host.Contains(Core);
        if (isHosts && !libraries.Own.IsHosts(Core))
        {
            throw new InvalidOperationException($"another {Core} is loaded. Restart the kernel, and run a cell in F# before the one that loads it");
        }

        libraries.AddShared(Core);
        libraries.AddPackages(files with
        {
            Compile = [.. files.Compile.Where(file => !isHosts && IsOf(file, Core))],
            Runtime = [.. files.Runtime.Where(file => IsOf(file, Compiler) || (!isHosts && IsOf(file, Core)))],
        }, new HashSet<string>());
    }

    /// <summary>Starts an interactive session of it.</summary>
    /// <param name="libraries">Where it is.</param>
    /// <param name="references">What its code may refer to, besides .NET itself.</param>
    public static object Start(Libraries libraries, IReadOnlyList<string> references)
    {
        var session = libraries.Load(new AssemblyName(Compiler))!.GetType("FSharp.Compiler.Interactive.Shell+FsiEvaluationSession", throwOnError: true)!;
        var settings = session.GetMethod("GetDefaultConfiguration", [])!.Invoke(null, null);
        string[] arguments =
        [
            "fsi", "--nologo", "--quiet", "--noninteractive", "--gui-", "--readline-", "--multiemit+", "--debug+", "--optimize+", "--usesdkrefs-",
            .. references.Select(file => $"-r:{file}"),
        ];
        return WithCompilerIn(Path.GetDirectoryName(references.First(file => IsOf(file, Core)))!, () => session.GetMethod("Create")!.Invoke(
            null, BindingFlags.DoNotWrapExceptions, null, [settings, arguments, TextReader.Null, TextWriter.Null, TextWriter.Null, null, null], null)!);
    }

    // It looks for a folder of its own when it starts, and would take the program's.
    private static object WithCompilerIn(string folder, Func<object> start)
    {
        const string variable = "FSHARP_COMPILER_BIN";
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, folder);
        try
        {
            return start();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    private static bool IsOf(string file, string name) => Path.GetFileNameWithoutExtension(file) == name;
}
