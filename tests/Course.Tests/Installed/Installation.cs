using System.Diagnostics;

namespace Course.Tests.Installed;

/// <summary>The package, installed by the SDK for a user whose home was empty; gone after the test.</summary>
internal sealed class Installation : IDisposable
{
    private readonly CourseFolder _folder = new();

    private Installation()
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Here);
    }

    public string Home => _folder["home"];

    /// <summary>Where the user stands.</summary>
    public string Here => _folder["here"];

    public string Tools => _folder["tools"];

    public string Jupyter => Path.Combine(Home, ".local", "share", "jupyter");

    private (string, string)[] Environment =>
    [
        ("HOME", Home), ("XDG_DATA_HOME", ""), ("JUPYTER_DATA_DIR", ""),
        ("DOTNET_ROOT", Path.GetDirectoryName(CourseCommand.DotNet)!),
    ];

    public static async Task<Installation> OfAsync(Package package)
    {
        var installation = new Installation();
        await installation.ToolAsync("install", "--source", package.Feed);
        return installation;
    }

    public Task UninstallAsync() => ToolAsync("uninstall");

    public Process Start(params string[] arguments) => CourseCommand.StartProgram([Path.Combine(Tools, "notebookcourse"), .. arguments], Here, Environment);

    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await CourseCommand.EndAsync(process);
    }

    public void Dispose() => _folder.Dispose();

    private Task ToolAsync(string verb, params string[] more) =>
        Package.DotNetAsync(Here, Environment, ["tool", verb, Package.Name, "--tool-path", Tools, .. more]);
}
