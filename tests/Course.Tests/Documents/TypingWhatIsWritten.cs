using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Course.Tests.Documents;

/// <summary>
/// Every command line of the texts, typed at the root of a fresh clone. What takes long has a short stand-in; a command that
/// is not known here fails, so that none is written that nobody has tried.
/// </summary>
public sealed class TypingWhatIsWritten : IDisposable
{
    private const string Lesson = "02-rnn-step-by-step.ipynb";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(15);

    // Command → what is typed in its place; null where .ci/run types it, in a stage of its own.
    private static readonly (string Command, string? Typed)[] _ways =
    [
        ("^dotnet test -c Release$|^dotnet tool restore$|^dotnet build .* -t:Folders$", null),
        ("^dotnet build -c Release$", "dotnet build -c Release lib/Course"),
        ("^(dotnet build .*lib/Course)$", "$1"),
        ("^(.*lib/Course -- open)$", "$1 --no-browser"),
        ("^(.*lib/Course -- run(?: --check)?)$", $"$1 notebooks/{Lesson}"),
        ("^(.*lib/Course -- run notebooks(?:/solutions)?)( --out .*)$", $"$1/{Lesson}$2"),
        ("^(.*lib/Course -- book)$", "$1 --committed"),
        ("^(.*lib/Course -- (?:data|site))$", "$1 --help"), // BrowserCourse.Tests make a site
        ("^(.*lib/Course -- install) --system$", "$1 --prefix .book/kernels"),
        ("^(.*lib/Course -- (?:install|doctor|author))$", "$1"),
        ("^(dotnet pack .*lib/Course)$", "$1"),
        ("^dotnet tool exec (.*)-- open$", "env NUGET_PACKAGES=$PWD/.book/packages dotnet tool exec $1--yes -- open --no-browser"),
        ("^(dotnet tool (?:un)?install) -g (.*)$", "$1 --tool-path .book/tools $2"),
        ("^(.*tests/Benchmarks -- --list flat)$", "$1"),
        ("^(.*tests/(?:Benchmarks -- (?:peers|kernel|soak)|Portability -- (?:windows|arm64)|Corpus -- .*))$", "$1 --help"),
    ];

    private readonly CourseFolder _folder = new();

    private string Clone => _folder["clone"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_command_of_the_texts_is_tried() =>
        Assert.All(WrittenCommands.All, command => Assert.Contains(_ways, way => Regex.IsMatch(command, way.Command)));

    [Fact]
    public async Task Each_does_what_the_texts_say_at_the_root_of_a_fresh_clone_and_leaves_it_as_it_was()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "It builds a clone, which takes minutes: CI does.");
        await TypeAsync($"git clone -q {CourseCommand.Root} {Clone}", _folder.Path);

        foreach (var typed in WrittenCommands.All.Select(Typed).OfType<string>().Distinct())
        {
            await TypeAsync(typed, Clone);
        }

        Assert.Equal("", await TypeAsync("git status --porcelain", Clone));
        Assert.True(File.Exists(Path.Combine(Clone, ".book", "index.html")));
        Assert.True(File.Exists(_folder["jupyter/kernels/csharp-course/kernel.json"]));
    }

    private static string? Typed(string command)
    {
        var (pattern, typed) = _ways.First(way => Regex.IsMatch(command, way.Command));
        return typed is null ? null : Regex.Replace(command, pattern, typed);
    }

    // Into a file: the build's servers live longer than a command, and would hold a pipe open.
    private async Task<string> TypeAsync(string command, string folder)
    {
        var output = _folder["output"];
        var start = new ProcessStartInfo("sh", ["-c", $"exec {command} > {output} 2>&1"]) { WorkingDirectory = folder };
        start.Environment["AheadOfTime"] = "false";
        start.Environment["NUGET_PACKAGES"] = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"); // as a lab sets it: no slash at its end
        start.Environment["JUPYTER_DATA_DIR"] = _folder["jupyter"];
        start.Environment["XDG_DATA_HOME"] = _folder["data"];
        using var process = Process.Start(start)!;
        var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(_patience, TestContext.Current.CancellationToken);
        while (!ended.IsCompleted && !IsServing(command, output))
        {
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken));
        }

        var said = await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken);
        if (ended.IsCompleted)
        {
            await ended;
            Assert.True(process.ExitCode == 0, $"{command}\n{said}");
        }

        process.Kill(entireProcessTree: true);
        return said;
    }

    private static bool IsServing(string command, string output) =>
        command.Contains(" open ", StringComparison.Ordinal) && File.Exists(output)
        && File.ReadAllText(output).Contains("http://127.0.0.1", StringComparison.Ordinal);
}
