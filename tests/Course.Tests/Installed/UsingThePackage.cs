using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Course.Tests.Jupyter;
using Course.Tests.Page;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Installed;

/// <summary>The course without a clone: installed from its package, in a home and a folder that were empty.</summary>
public sealed class UsingThePackage(Package package, Chromium browser) : IClassFixture<Package>
{
    private const string Lesson = "02-rnn-step-by-step.ipynb";
    private const long Most = 25_000_000; // bytes

    [Fact]
    public async Task It_is_small_says_its_version_and_finds_itself_whole()
    {
        using var installed = await Installation.OfAsync(package);
        var version = Regex.Match(await File.ReadAllTextAsync(Path.Combine(CourseCommand.Root, "Directory.Build.props"), TestContext.Current.CancellationToken), "<Version>(.*)<").Groups[1].Value;

        Assert.InRange(package.File.Length, 1, Most);
        Assert.Equal($"{Package.Name}.{version}.nupkg", package.File.Name);
        Assert.StartsWith(version, (await installed.RunAsync("--version")).Output, StringComparison.Ordinal);
        var doctor = await installed.RunAsync("doctor");
        Assert.True(doctor.ExitStatus == 0, doctor.Output + doctor.Errors);
        Assert.Contains("a lesson's first cell ran", doctor.Output, StringComparison.Ordinal);
        Assert.Matches(@"Kernel      not announced.*\n +→ notebookcourse install\n", doctor.Output);
        Assert.Matches($@"Writing     {installed.Here}\n", doctor.Output);
    }

    [Fact]
    public async Task Open_puts_a_copy_of_the_lessons_where_one_stands_finds_it_the_next_time_and_overwrites_nothing()
    {
        using var installed = await Installation.OfAsync(package);
        var notebooks = Path.Combine(installed.Here, Package.Name, "notebooks");
        var typo = await installed.RunAsync("open", "none.ipynb", "--no-browser");
        Assert.StartsWith("error: none.ipynb: no such notebook", typo.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(installed.Here));

        await using (var server = await Server.OfAsync(installed.Start("open", Lesson[..2], "--no-browser")))
        {
            Assert.Contains($"Your copy of the lessons is in {installed.Here}", server.Said, StringComparison.Ordinal);
            Assert.Equal(Files("notebooks"), Contents(notebooks));
            Assert.Equal(Files("data"), Contents(Path.Combine(installed.Here, Package.Name, "data")));
            await RunAllAsync(server);
        }

        var changed = await File.ReadAllTextAsync(Path.Combine(notebooks, Lesson), TestContext.Current.CancellationToken);
        await using (var again = await Server.OfAsync(installed.Start("open", Lesson[..2], "--no-browser")))
        {
            Assert.DoesNotContain("copy", again.Said, StringComparison.Ordinal);
        }

        Assert.Equal(changed, await File.ReadAllTextAsync(Path.Combine(notebooks, Lesson), TestContext.Current.CancellationToken));
        var check = await installed.RunAsync("run", "--check", Path.Combine(notebooks, Lesson));
        Assert.True(check.ExitStatus == 0, check.Output + check.Errors);
    }

    [Fact]
    public async Task A_folder_that_has_the_copys_name_stays_as_it_is_and_a_course_that_one_stands_in_is_the_one_that_runs()
    {
        using var installed = await Installation.OfAsync(package);
        Directory.CreateDirectory(Path.Combine(installed.Here, Package.Name));
        var taken = await installed.RunAsync("open", "--no-browser");
        Assert.Equal((1, $"error: {Path.Combine(installed.Here, Package.Name)} is there already, and holds no course: go to another folder, or name the notebook to open\n"), (taken.ExitStatus, taken.Errors));

        File.Copy(CourseCommand.Fixture("fine.ipynb"), Path.Combine(installed.Here, "fine.ipynb"));
        await File.WriteAllTextAsync(Path.Combine(installed.Here, "course.json"), """{ "title": "Mine", "lessons": [{ "name": "fine" }], "texts": [] }""", TestContext.Current.CancellationToken);
        var ran = await installed.RunAsync("run");

        Assert.Equal((0, ""), (ran.ExitStatus, ran.Errors));
        Assert.Contains("1 notebook, ", ran.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(installed.Here, Package.Name)));
    }

    [Fact]
    public async Task Its_kernel_runs_a_notebook_in_Jupyters_client_and_both_go_without_leaving_anything()
    {
        using var installed = await Installation.OfAsync(package);
        var written = await installed.RunAsync("install");
        Assert.Contains("before you uninstall it, notebookcourse install --remove", written.Output, StringComparison.Ordinal);

        var executed = Path.Combine(installed.Here, "executed.ipynb");
        await InstalledKernel.RequireAsync("nbclient");
        var client = await InstalledKernel.PythonAsync(installed.Jupyter, CourseCommand.Fixture("execute.py"), CourseCommand.Fixture("fine.ipynb"), installed.Here, executed);
        Assert.True(client.ExitStatus == 0, client.Errors);
        Assert.Contains("x is 1", await File.ReadAllTextAsync(executed, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await installed.RunAsync("install", "--remove");
        await installed.UninstallAsync();
        Assert.Empty(Directory.GetFiles(installed.Tools, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(
            Directory.GetFiles(installed.Home, "*", SearchOption.AllDirectories),
            file => Path.GetRelativePath(installed.Home, file).Contains("course", StringComparison.OrdinalIgnoreCase));
    }

    private async Task RunAllAsync(Server server)
    {
        var (context, elsewhere) = await browser.NewAsync();
        await using var _ = context;
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        await Expect(page.Locator("[data-cell][tabindex='0']")).ToHaveCountAsync(1); // its scripts listen
        await page.GetByRole(AriaRole.Button, new() { Name = "Restart and run all" }).ClickAsync();
        await Expect(page.Locator("[data-kind='code']").Last).ToHaveAttributeAsync("data-status", "done", new() { Timeout = 300_000 });
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saving")).ToHaveTextAsync("saved");
        Assert.Empty(elsewhere);
    }

    private static Dictionary<string, string> Files(string folder) => Contents(Path.Combine(CourseCommand.Root, folder));

    private static Dictionary<string, string> Contents(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/.", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
}
