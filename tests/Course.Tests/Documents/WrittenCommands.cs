using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Tests.Documents;

/// <summary>The command lines that README, the course's other texts and VS Code's tasks tell people to use.</summary>
internal static partial class WrittenCommands
{
    private static readonly string[] _texts =
        ["README.md", "notebooks/course-map.md", "notebooks/glossary.md", "notebooks/instructors.md", "notebooks/jupyterhub.md", "data/README.md"];

    /// <summary>Each of them once, as it is written, without its comment.</summary>
    public static IReadOnlyList<string> All =>
    [
        .. _texts.SelectMany(text => Typed().Matches(Read(text)).Select(match => match.Groups["command"].Value))
            .Concat(JsonNode.Parse(Read(".vscode/tasks.json"))!["tasks"]!.AsArray().Select(task => (string)task!["command"]!))
            .Select(command => Spaces().Replace(command, " ").Trim())
            .Distinct(),
    ];

    private static string Read(string path) => File.ReadAllText(Path.Combine(CourseCommand.Root, path));

    // A line of an indented block, after what stands before &&, or code within a sentence, which may go on in the next line.
    [GeneratedRegex(@"(?m)^ {4}(?:[^`\n]*&& )?(?<command>dotnet [^#\n]+)|`(?<command>dotnet [^`]+)`")]
    private static partial Regex Typed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
