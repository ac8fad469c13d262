using Microsoft.Playwright;
using NotebookSession.Documents;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class NotebooksAsFiles(Chromium browser)
{
    [Fact]
    public async Task A_new_notebook_is_made_beside_the_one_that_is_open_and_replaces_none()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        await File.WriteAllTextAsync(Beside(served, "untitled.ipynb"), "{}", TestContext.Current.CancellationToken);

        await ChooseAsync(tab, "New notebook");
        await Expect(tab.Page.Locator("main[data-notebook='untitled-2.ipynb'] [data-cell][tabindex='0']")).ToHaveCountAsync(1);
        await tab.WriteAsync(0, "40 + 2");
        await tab.PressAsync("Control+Enter");

        await Expect(tab.Outputs(0)).ToContainTextAsync("42");
        Assert.Equal("{}", await File.ReadAllTextAsync(Beside(served, "untitled.ipynb"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Beside(served, "untitled-2.ipynb")));
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task A_notebook_is_downloaded_as_it_stands_here_and_taken_back_from_a_file()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        await tab.WriteAsync(0, "typed");
        await tab.PressAsync("Escape");

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => ChooseAsync(tab, "Download the notebook"));
        Assert.Equal("here.ipynb", download.SuggestedFilename);
        var file = Beside(served, ".data/from-elsewhere.ipynb");
        await download.SaveAsAsync(file);
        Assert.Equal(["typed"], Notebook.Read(file).Cells.Select(cell => cell.Source));

        var chooser = await tab.Page.RunAndWaitForFileChooserAsync(() => ChooseAsync(tab, "Open a notebook file"));
        await chooser.SetFilesAsync(file);
        await Expect(tab.Page.Locator("main[data-notebook='from-elsewhere.ipynb'] [data-cell]")).ToContainTextAsync("typed");
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task A_notebook_is_renamed_with_all_that_was_typed_and_no_name_is_taken_twice()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        await File.WriteAllTextAsync(Beside(served, "taken.ipynb"), await File.ReadAllTextAsync(served.Path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await tab.WriteAsync(0, "typed");
        await tab.PressAsync("Escape");

        await RenameAsync(tab, "taken");
        await Expect(tab.Page.Locator(".notice")).ToContainTextAsync("There is a notebook named taken.ipynb already.");
        Assert.True(File.Exists(served.Path));

        await RenameAsync(tab, "mine");
        await Expect(tab.Page.Locator("main[data-notebook='mine.ipynb'] [data-cell]")).ToContainTextAsync("typed");
        Assert.False(File.Exists(served.Path));
        Assert.Equal(["typed"], Notebook.Read(Beside(served, "mine.ipynb")).Cells.Select(cell => cell.Source));
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task A_file_that_is_no_notebook_is_told()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        var file = Beside(served, "letter.ipynb");
        await File.WriteAllTextAsync(file, "Dear reader", TestContext.Current.CancellationToken);

        var chooser = await tab.Page.RunAndWaitForFileChooserAsync(() => ChooseAsync(tab, "Open a notebook file"));
        await chooser.SetFilesAsync(file);

        await Expect(tab.Page.Locator(".notice")).ToContainTextAsync("letter.ipynb");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Fine" }).ClickAsync();
        await Expect(tab.Page.Locator(".notice")).ToHaveCountAsync(0);
    }

    private static string Beside(ServedNotebook served, string name) => Path.Combine(Path.GetDirectoryName(served.Path)!, name);

    private static async Task RenameAsync(Tab tab, string name)
    {
        await ChooseAsync(tab, "Rename the notebook");
        await Expect(tab.Page.Locator("#new-name")).ToHaveValueAsync("here.ipynb");
        await tab.Page.Locator("#new-name").FillAsync(name);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Rename", Exact = true }).ClickAsync();
    }

    private static async Task ChooseAsync(Tab tab, string command)
    {
        await tab.SelectAsync(0);
        await tab.PressAsync("h");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = command }).ClickAsync();
    }
}
