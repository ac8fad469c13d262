namespace Course.Tests.Page;

/// <summary>What is built, copied to where nothing else of the builder's is: no home, no packages.</summary>
public sealed class ServingFromACopy : IDisposable
{
    private const string NoHome = "/proc/nobody"; // can be made by nobody, not even by root

    private static readonly string[] _files =
    [
        "_framework/blazor.web.js", "monaco/vs/loader.js", "monaco/vs/editor/editor.main.js", "monaco/vs/editor/editor.main.css",
        "monaco/vs/base/worker/workerMain.js", "monaco/vs/base/browser/ui/codicons/codicon/codicon.ttf", "assets/plotly.js",
    ];

    private readonly CourseFolder _folder = new("fine.ipynb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_of_it_points_to_the_package_cache_of_who_built_it()
    {
        var built = Path.GetDirectoryName(CourseCommand.Program)!;
        var cache = Path.Combine(".nuget", "packages");

        Assert.All(Directory.GetFiles(built, "*.json"), file => Assert.DoesNotContain(cache, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_serves_all_of_the_page_without_a_home()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a home that nobody can write");
        var copy = CopyTo(_folder["copy"]);
        await using var server = await Server.OfAsync(CourseCommand.StartCopy(
            copy, _folder.Path, [("HOME", NoHome), ("XDG_DATA_HOME", ""), ("NUGET_PACKAGES", NoHome)], ["open", "--no-browser", "fine.ipynb"]));
        using var client = new HttpClient();
        using var page = await client.GetAsync(server.Address, TestContext.Current.CancellationToken); // with the cookie

        foreach (var file in _files)
        {
            using var answer = await client.GetAsync(new Uri(page.RequestMessage!.RequestUri!, file), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{file}: {answer.StatusCode}");
        }
    }

    /// <summary>Copies what is built into a folder; the result is the program there.</summary>
    internal static string CopyTo(string folder)
    {
        var built = Path.GetDirectoryName(CourseCommand.Program)!;
        foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return Path.Combine(folder, Path.GetFileName(CourseCommand.Program));
    }
}
