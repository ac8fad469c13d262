using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Tests;

/// <summary>Builds small libraries for tests.</summary>
internal static class Library
{
    public static string Build(string path, string code, params string[] references)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var result = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(code)],
            references.Append(Path.Combine(framework, "System.Private.CoreLib.dll")).Append(Path.Combine(framework, "System.Runtime.dll"))
                .Select(reference => MetadataReference.CreateFromFile(reference)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
