using System.Text.Json.Nodes;
using NotebookSession.Documents;

namespace Notebooks.Tests;

/// <summary>The course's notebooks as they are committed.</summary>
internal static class CourseNotebooks
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Folder { get; } = Path.Combine(Root, "notebooks");

    /// <summary>Lessons and solutions, as paths from <see cref="Folder"/>.</summary>
    public static TheoryData<string> All => [.. Lessons.Concat(Lessons.Select(name => $"solutions/{name}"))];

    public static IReadOnlyList<string> Lessons { get; } =
        [.. Directory.GetFiles(Folder, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static Notebook Read(string name) => Notebook.Read(PathOf(name));

    /// <summary>The plain text of all that a cell shows.</summary>
    public static string Text(CodeCell cell) => string.Join('\n', cell.Outputs.Select(output =>
        Joined(output!["text"]) + Joined(output["data"]?["text/plain"])));

    private static string Joined(JsonNode? text) =>
        text is JsonArray lines ? string.Concat(lines.Select(line => line!.GetValue<string>())) : text?.GetValue<string>() ?? "";

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "NotebookCourse.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("NotebookCourse.sln is in no folder above the tests."));
}
