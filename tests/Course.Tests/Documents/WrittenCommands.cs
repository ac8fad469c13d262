using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Tests.Documents;

/// <summary>The command lines that README, the course's other texts and VS Code's tasks tell people to use.</summary>
internal static partial class WrittenCommands
{
    private static IEnumerable<string> Texts => new[] { "", "notebooks", "data" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(CourseCommand.Root, folder), "*.md")).Order();

    /// <summary>Each of them once, as it is written, without its comment.</summary>
    public static IReadOnlyList<string> All =>
    [
        .. Texts.SelectMany(text => Typed().Matches(File.ReadAllText(text)).Select(match => match.Groups["command"].Value))
            .Concat(JsonNode.Parse(File.ReadAllText(Path.Combine(CourseCommand.Root, ".vscode", "tasks.json")))!["tasks"]!.AsArray().Select(task => (string)task!["command"]!))
            .Select(command => Spaces().Replace(command, " ").Trim())
            .Distinct(),
    ];

    // A line of an indented block, after what stands before &&, or code within a sentence, which may go on in the next line.
    [GeneratedRegex(@"(?m)^ {4}(?:[^`\n]*&& )?(?<command>dotnet [^#\n]+)|`(?<command>dotnet [^`]+)`")]
    private static partial Regex Typed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
