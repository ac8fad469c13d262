using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Tests;

/// <summary>The files that VS Code, Codespaces and devcontainers read. That the script works, .ci/run shows by running it.</summary>
public sealed class OpeningInAContainer
{
    // containers.dev, "Dev Container metadata reference": the properties that a container made from an image may have.
    private static readonly HashSet<string> _known =
    [
        "$schema", "name", "image", "features", "overrideFeatureInstallOrder", "forwardPorts", "portsAttributes",
        "otherPortsAttributes", "containerEnv", "remoteEnv", "containerUser", "remoteUser", "updateRemoteUserUID", "userEnvProbe",
        "overrideCommand", "shutdownAction", "init", "privileged", "capAdd", "securityOpt", "mounts", "runArgs", "appPort",
        "workspaceMount", "workspaceFolder", "initializeCommand", "onCreateCommand", "updateContentCommand",
        "postCreateCommand", "postStartCommand", "postAttachCommand", "waitFor", "hostRequirements", "secrets", "customizations",
    ];

    private static JsonObject Container => Read(".devcontainer/devcontainer.json");

    [Fact]
    public void The_container_has_known_properties_and_the_framework_that_the_course_is_built_for()
    {
        Assert.All(Container, property => Assert.Contains(property.Key, _known));
        var framework = Regex.Match(File.ReadAllText(At("Directory.Build.props")), "<TargetFramework>net(.*?)<").Groups[1].Value;
        Assert.EndsWith($"/dotnet:{framework}", (string?)Container["image"], StringComparison.Ordinal);
        Assert.Matches(@"^\d+gb$", (string?)Container["hostRequirements"]!["memory"]);
    }

    [Fact]
    public void It_runs_a_script_and_opens_files_that_are_there()
    {
        var script = Regex.Match((string?)Container["postCreateCommand"] ?? "", @"^bash (\S+)$").Groups[1].Value;
        var opened = Container["customizations"]!["codespaces"]!["openFiles"]!.AsArray().GetValues<string>();
        Assert.All([script, .. opened], path => Assert.True(File.Exists(At(path)), path));
    }

    [Fact]
    public void The_container_and_the_folder_ask_for_the_same_extensions()
    {
        var asked = Container["customizations"]!["vscode"]!["extensions"]!.AsArray().GetValues<string>().ToList();
        Assert.Equal(asked, Read(".vscode/extensions.json")["recommendations"]!.AsArray().GetValues<string>());
        Assert.All(asked, id => Assert.Matches(@"^[a-z0-9-]+\.[a-z0-9-]+$", id));
    }

    [Fact]
    public void The_workspace_wraps_outputs_and_frames_no_symbol_of_the_lessons_code_as_suspicious()
    {
        var settings = Read(".vscode/settings.json");
        var allowed = settings["editor.unicodeHighlight.allowedCharacters"]!.AsObject().Select(symbol => symbol.Key).ToHashSet();
        var symbols = Directory.GetFiles(At("notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .SelectMany(path => NotebookSession.Documents.Notebook.Read(path).CodeCells)
            .SelectMany(cell => cell.Source.EnumerateRunes())
            .Where(rune => !rune.IsAscii)
            .Select(rune => rune.ToString())
            .Distinct();

        Assert.True((bool?)settings["notebook.output.wordWrap"]);
        Assert.Empty(symbols.Except(allowed));
    }

    [Fact]
    public async Task Every_task_runs_a_verb_that_the_command_has()
    {
        var help = (await CourseCommand.RunAsync(CourseCommand.Root, "--help")).Output;
        var verbs = Read(".vscode/tasks.json")["tasks"]!.AsArray()
            .Select(task => Regex.Match((string?)task!["command"] ?? "", @" -- (\w+)$").Groups[1].Value)
            .Where(verb => verb is not "")
            .ToList();
        Assert.NotEmpty(verbs);
        Assert.All(verbs, verb => Assert.Matches($@"(?m)^  {verb}\b", help));
    }

    private static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(At(path)))!.AsObject();

    private static string At(string path) => Path.Combine(CourseCommand.Root, path);
}
