using System.Collections;
using System.Resources;
using System.Runtime.Loader;

namespace Lectures.Recurrent.Data;

/// <summary>The package of the C# compiler, where a restore has put it (MIT license, © Microsoft): each language's texts are
/// a resource of an assembly of their own, English ones of the compiler itself.</summary>
internal static class CompilerPackage
{
    private const string Name = "Microsoft.CodeAnalysis.CSharp", Version = "5.12.0"; // Directory.Packages.props has it, too

    /// <summary>All texts of a language.</summary>
    /// <exception cref="FileNotFoundException">The package is not there.</exception>
    public static IReadOnlyList<(string Id, string Text)> Texts(string language)
    {
        var file = language == "en" ? $"{Name}.dll" : Path.Combine(language, $"{Name}.resources.dll");
        var path = Path.Combine(Packages, Name.ToLowerInvariant(), Version, "lib", "net10.0", file);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"{path} is not there: the course's sources have to be restored first, in their folder: dotnet restore");
        }

        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var assembly = context.LoadFromAssemblyPath(path);
            var name = assembly.GetManifestResourceNames().Single(name => name.Contains(".CSharpResources.", StringComparison.Ordinal));
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            return [.. reader.Cast<DictionaryEntry>().Where(entry => entry.Value is string)
                .Select(entry => ((string)entry.Key, (string)entry.Value!))];
        }
        finally
        {
            context.Unload();
        }
    }

    // As NuGet finds it.
    private static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
