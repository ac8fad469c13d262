using System.Diagnostics;
using NotebookKernel.Running;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class ListingAFolder(Chromium browser) : IDisposable
{
    private readonly CourseFolder _folder = new("fine.ipynb");
    private readonly CourseFolder _elsewhere = new("error.ipynb");

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task One_bad_file_is_listed_with_a_word_why_and_hides_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        File.WriteAllText(_elsewhere["secret.md"], "# Secret");
        File.WriteAllText(_folder["text.md"], "# A text");
        File.WriteAllText(_folder["empty.md"], "");
        File.WriteAllText(_folder["broken.ipynb"], "{");
        File.WriteAllBytes(_folder["bytes.ipynb"], [0xc3, 0x28]);
        foreach (var ending in new[] { "ipynb", "md" })
        {
            Directory.CreateDirectory(_folder[$"folder.{ending}"]);
            File.CreateSymbolicLink(_folder[$"nowhere.{ending}"], _elsewhere["none"]);
            File.CreateSymbolicLink(_folder[$"loop.{ending}"], _folder[$"loop.{ending}"]);
            Assert.NotNull(await Programs.AskAsync(new ProcessStartInfo("mkfifo", [_folder[$"pipe.{ending}"]])));
        }

        File.CreateSymbolicLink(_folder["secret.md"], _elsewhere["secret.md"]);
        File.CreateSymbolicLink(_folder["link.ipynb"], _elsewhere["error.ipynb"]);
        await using var server = await Server.StartAsync(_folder.Path, "fine.ipynb");
        var (context, _) = await browser.NewAsync();
        await using var tabs = context;
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);

        var list = page.Locator("#lessons");
        await Expect(list.Locator("li a")).ToHaveTextAsync(["Fine", "empty.md", "A text"]);
        foreach (var (file, why) in new[]
        {
            ("folder.ipynb", "a folder, not a file"), ("nowhere.ipynb", "a link that leads nowhere"), ("loop.ipynb", "a link that leads back to itself"),
            ("pipe.ipynb", "a pipe or a device, expected a file"), ("broken.ipynb", "not JSON"), ("bytes.ipynb", "not UTF-8 at byte 1"),
            ("folder.md", "a folder, not a file"), ("nowhere.md", "a link that leads nowhere"), ("loop.md", "a link that leads back to itself"),
            ("pipe.md", "a pipe or a device, expected a file"),
        })
        {
            await Expect(list.Locator(".unreadable", new() { HasText = $"{file}: " })).ToContainTextAsync(why);
        }

        await Expect(page.Locator("[data-cell]")).ToHaveCountAsync(3);
        await Expect(list).Not.ToContainTextAsync("secret");
        foreach (var name in new[] { "pipe.ipynb", "pipe.md", "secret.md", "folder.md", "loop.md" })
        {
            await page.GotoAsync(new Uri(new Uri(page.Url), name).AbsoluteUri);
            await Expect(page.Locator("#notebook p")).ToBeVisibleAsync();
            await Expect(page.Locator("#notebook")).Not.ToContainTextAsync("Secret");
        }
    }
}
