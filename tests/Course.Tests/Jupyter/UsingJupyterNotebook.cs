using Course.Tests.Page;
using Microsoft.Playwright;
using NotebookSession.Documents;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Jupyter;

/// <summary>A student's hour in Debian's Jupyter Notebook, with the network off.</summary>
public sealed class UsingJupyterNotebook(InstalledKernel kernel, Chromium browser) : IClassFixture<InstalledKernel>
{
    private const string Lesson = "02-rnn-step-by-step.ipynb";

    [Fact]
    public async Task A_lesson_runs_draws_is_edited_completed_interrupted_and_restarted()
    {
        using var course = new CopiedCourse(Lesson);
        await using var server = await NotebookServer.StartAsync(kernel.Kernels, course.Notebooks);
        var (context, elsewhere) = await browser.NewAsync(height: 1600);
        await using var _ = context;
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        await page.GotoAsync($"{server.Address}notebooks/{Lesson}?token=class");
        await IdleAsync(page);

        await MenuAsync(page, "#celllink", "#run_all_cells");
        await DoneAsync(page);
        var charts = Committed().Count(cell => cell.Outputs.Any(output => output!["data"]?["application/vnd.plotly.v1+json"] is not null));
        await Expect(page.Locator(".output_area .js-plotly-plot svg.main-svg:first-child .plot")).Not.ToHaveCountAsync(0);
        Assert.Equal(charts, await page.Locator(".output_area .js-plotly-plot").CountAsync());
        await PictureAsync(page);

        await AddCellAsync(page, "6 * 7");
        await RunAsync(page);
        await Expect(Last(page).Locator(".output_text")).ToHaveTextAsync("42");
        await EditAsync(page, "6 * 7 + TorchRandom.");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("\nnew TorchRandom(1).Perm");
        await page.Keyboard.PressAsync("Tab");
        await Expect(Last(page).Locator(".CodeMirror-code")).ToContainTextAsync("new TorchRandom(1).Permutation");

        await EditAsync(page, "var kept = 6;\nkept.Length");
        await RunAsync(page);
        await Expect(Last(page).Locator(".output_error")).ToContainTextAsync("'int' does not contain a definition for 'Length'");

        await EditAsync(page, "var mine = 5L;\nwhile (true) { if (mine++ == 6) { Console.WriteLine(\"on\"); } }");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Last(page).Locator(".output_stdout")).ToContainTextAsync("on");
        await MenuAsync(page, "#kernellink", "#int_kernel");
        await DoneAsync(page);
        await Expect(Last(page).Locator(".output_error")).ToContainTextAsync("stopped");
        await EditAsync(page, "mine > 5");
        await RunAsync(page);
        await Expect(Last(page).Locator(".output_text")).ToHaveTextAsync("True");

        await EditAsync(page, "\"the end\"");
        await MenuAsync(page, "#kernellink", "#restart_run_all");
        await page.Locator(".modal-footer .btn-danger").ClickAsync();
        await Expect(Last(page).Locator(".output_text")).ToHaveTextAsync("the end", new() { Timeout = 120_000 });
        await DoneAsync(page);
        await page.RunAndWaitForResponseAsync(
            () => page.Locator("[data-jupyter-action='jupyter-notebook:save-notebook']").ClickAsync(),
            saved => saved.Request.Method == "PUT" && saved.Ok);

        var shown = Notebook.Read(Path.Combine(course.Notebooks, Lesson)).CodeCells;
        Assert.All(Committed().Zip(shown), cells => Assert.Null(OutputComparison.FirstDifference(cells.First, cells.Second)));
        Assert.Empty(elsewhere);
    }

    private static List<CodeCell> Committed() => [.. Notebook.Read(Path.Combine(CourseCommand.Root, "notebooks", Lesson)).CodeCells];

    private static ILocator Last(IPage page) => page.Locator(".code_cell").Last;

    private static Task IdleAsync(IPage page) => Expect(page.Locator("#kernel_indicator_icon.kernel_idle_icon")).ToHaveCountAsync(1, new() { Timeout = 120_000 });

    private static async Task DoneAsync(IPage page)
    {
        await Expect(page.Locator(".input_prompt", new() { HasText = "*" })).ToHaveCountAsync(0, new() { Timeout = 120_000 });
        await IdleAsync(page);
    }

    private static async Task MenuAsync(IPage page, string menu, string entry)
    {
        await page.Locator(menu).ClickAsync();
        await page.Locator($"{entry} a").ClickAsync();
    }

    private static async Task AddCellAsync(IPage page, string code)
    {
        await page.Locator(".cell").Last.Locator(".inner_cell").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("b");
        await EditAsync(page, code);
    }

    private static async Task EditAsync(IPage page, string code)
    {
        await Last(page).Locator(".CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(code);
    }

    private static async Task RunAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+Enter");
        await DoneAsync(page);
    }

    private static async Task PictureAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            await page.Locator(".js-plotly-plot").First.ScrollIntoViewIfNeededAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "jupyter.png") });
        }
    }
}
