using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookKernel.Running;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>
/// A folder as a stranger would plant it, opened by the real command from within it. What planted programs would leave, and
/// what the system was asked to run and to read, is the evidence.
/// </summary>
public sealed partial class OpeningAStrangersFolder(Chromium browser) : IDisposable
{
    private const string Notebook = "lecture.ipynb";

    private static readonly string[] _programs =
        ["git", "dotnet", "xdg-open", "sh", "env", "Course", "firefox", "x-www-browser", "nuget-plugin-x", "CredentialProvider.X", "planted"];

    // Settings and code that programs look for beside what they work on, or above it.
    private static readonly string[] _files =
    [
        "NuGet.config", "nuget.config", "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp", "Directory.Packages.props",
        "Directory.Solution.props", "MSBuild.rsp", ".editorconfig", ".globalconfig", "global.json", ".config/dotnet-tools.json", "NotebookCourse.sln",
        "appsettings.json", "appsettings.Development.json", "appsettings.Production.json", "hostsettings.json", "Properties/launchSettings.json",
        "web.config", "wwwroot/page.js", "Course.staticwebassets.runtime.json", "Course.runtimeconfig.json", "Course.deps.json",
        "NotebookKernel.dll", "System.Runtime.dll", "Startup.dll", "libhostfxr.so", "libSystem.Native.so", "libzmq.so", "libgit2.so",
        ".env", "setup.csx", "Startup.csx", ".gitattributes", ".git/info/attributes", "NotebookCourse/live/trusted",
    ];

    private readonly CourseFolder _folder = new();
    private readonly CourseFolder _own = new(); // the user's

    public void Dispose()
    {
        _folder.Dispose();
        _own.Dispose();
    }

    [Fact]
    public async Task Nothing_of_it_runs_and_nothing_is_read_but_what_is_shown()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the planted programs are shell scripts");
        PlantPrograms();
        PlantFiles();
        await PlantRepositoryAsync();
        WriteProgram(_own["xdg-open"], $"echo > '{_own["opened"]}'");
        var (trace, log) = (Programs.Find("strace"), _own["trace"]);
        var process = CourseCommand.Start(
            _folder.Path,
            [("PATH", $".::bin:{_own.Path}:{Environment.GetEnvironmentVariable("PATH")}"), ("DISPLAY", ":77"), ("BROWSER", ""), ("XDG_DATA_HOME", _own["data"])],
            ["open", Notebook],
            under: trace is null ? [] : [trace, "-D", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", "trace=execve,execveat,open,openat", "-o", log]);

        await using (var server = await Server.OfAsync(process))
        {
            var (context, _) = await browser.NewAsync();
            await using var tabs = context;
            var page = await context.NewPageAsync();
            await page.GotoAsync(server.Address.AbsoluteUri);
            await Expect(page.Locator("#untrusted")).ToBeVisibleAsync();
            await Expect(page.Locator("#session")).ToHaveAttributeAsync("data-status", "idle");
        }

        Assert.Equal("", File.Exists(_own["ran"]) ? await File.ReadAllTextAsync(_own["ran"], TestContext.Current.CancellationToken) : "");
        Assert.True(File.Exists(_own["opened"]), "the browser of PATH was not opened");
        if (trace is not null)
        {
            var touched = Touched(await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken));
            Assert.Contains(Notebook, touched);
            Assert.Empty(touched.Intersect([.. _programs, .. _files, .. Directory.GetFiles(_folder[".git"], "*", SearchOption.AllDirectories).Select(Name)]));
        }
    }

    private void PlantPrograms()
    {
        foreach (var folder in new[] { "", "bin" })
        {
            Directory.CreateDirectory(_folder[folder]);
            foreach (var program in _programs)
            {
                WriteProgram(_folder[Path.Combine(folder, program)], $"echo \"{program} $*\" >> '{_own["ran"]}'");
            }
        }
    }

    private void PlantFiles()
    {
        foreach (var file in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            File.WriteAllText(_folder[file], "<this cannot be read by anybody>");
        }

        File.WriteAllText(_folder["appsettings.json"], """{ "Kestrel": { "Endpoints": { "Open": { "Url": "http://0.0.0.0:5999" } } } }""");
        var notebook = WrittenNotebook.Of("#load \"setup.csx\"", "md:# A lecture");
        notebook["cells"]![0]!["outputs"]!.AsArray().Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { ["text/html"] = "<script>go()</script>" },
        });
        File.WriteAllText(_folder[Notebook], notebook.ToJsonString());
    }

    private async Task PlantRepositoryAsync()
    {
        await GitAsync("init", "--quiet");
        await GitAsync("add", Notebook);
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "a");
        await File.WriteAllTextAsync(_folder[".gitattributes"], "* filter=x diff=x\n", TestContext.Current.CancellationToken);
        foreach (var setting in new[] { "core.fsmonitor", "core.pager", "core.sshCommand", "core.hooksPath", "filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.textconv", "include.path" })
        {
            await GitAsync("config", setting, _folder["planted"]);
        }
    }

    private async Task GitAsync(params string[] arguments) =>
        Assert.NotNull(await Programs.AskAsync(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path }));

    private static void WriteProgram(string path, string does)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{does}\n");
        using var made = Programs.Start(new ProcessStartInfo("chmod", ["+x", path]));
        made.WaitForExit();
    }

    // What was run or opened in the folder, by its name there; what was looked for and not found is no matter.
    private HashSet<string> Touched(string trace) =>
    [
        .. Call().Matches(trace).Where(call => !call.Groups["result"].Value.StartsWith("-1 ENOENT", StringComparison.Ordinal))
            .Select(call => Path.GetFullPath(call.Groups["path"].Value, _folder.Path))
            .Where(path => path.StartsWith(_folder.Path, StringComparison.Ordinal))
            .Select(Name),
    ];

    private string Name(string path) => Path.GetRelativePath(_folder.Path, path);

    [GeneratedRegex("""(?:exec\w+|open|openat)\((?:\w+, )?"(?<path>[^"]*)".*?= (?<result>.*)$""", RegexOptions.Multiline)]
    private static partial Regex Call();
}
