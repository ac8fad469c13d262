using System.Text.Json.Nodes;
using NotebookSession.Packages;

namespace NotebookKernel.Packages;

/// <summary>What NuGet writes after a restore: which files the packages consist of.</summary>
internal static class AssetsFile
{
    /// <summary>Reads it; null if it is not there, or the packages are no longer where it says.</summary>
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
        var versions = target.AsObject().Select(package => package.Key.Split('/')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var files = new RestoredFiles(FilesOf("compile"), FilesOf("runtime"), FilesOf("native"), versions);
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
