using System.Text.Json.Nodes;

namespace NotebookKernel.Execution.Packages;

/// <summary>The files that a set of packages consists of, transitive ones included.</summary>
/// <param name="Compile">Libraries that cells may refer to.</param>
/// <param name="Runtime">Libraries to run.</param>
/// <param name="Native">Native libraries for this system.</param>
internal sealed record RestoredFiles(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native)
{
    /// <summary>Reads what NuGet writes after a restore; null if the packages are no longer where it put them.</summary>
    public static RestoredFiles? Read(string assetsFile, string runtimeIdentifier)
    {
        if (!File.Exists(assetsFile))
        {
            return null;
        }

        var assets = JsonNode.Parse(File.ReadAllText(assetsFile))!;
        string[] folders = [.. assets["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        var libraries = assets["libraries"]!.AsObject();
        var target = assets["targets"]!.AsObject().First(entry => entry.Key.EndsWith("/" + runtimeIdentifier, StringComparison.Ordinal)).Value!;
        var files = new RestoredFiles(FilesOf("compile"), FilesOf("runtime"), FilesOf("native"));
        return files.Compile.Concat(files.Runtime).Concat(files.Native).All(File.Exists) ? files : null;

        List<string> FilesOf(string kind) =>
        [
            .. from package in target.AsObject()
               where package.Value![kind] is JsonObject
               from file in package.Value![kind]!.AsObject()
               where Path.GetFileName(file.Key) != "_._"
               let relative = Path.Combine(libraries[package.Key]!["path"]!.ToString(), file.Key)
               select folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(File.Exists) ?? relative,
        ];
    }
}
