using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Course.Book;
using Course.Store;
using Microsoft.Playwright;
using NotebookSession.Documents;

namespace Course.Tests.Book;

[Collection(BookTests.Name)]
public sealed class MakingABook(ReadyBook book)
{
    private static readonly HtmlParser Parser = new();

    private Dictionary<string, IHtmlDocument> Pages => Directory.GetFiles(book.Folder, "*.html", SearchOption.AllDirectories)
        .ToDictionary(path => path, path => Parser.ParseDocument(File.ReadAllText(path)));

    [Fact]
    public void Every_link_within_the_book_leads_somewhere()
    {
        var pages = Pages;
        var lost =
            from page in pages
            from element in page.Value.QuerySelectorAll("[href], [src]")
            let address = element.GetAttribute("href") ?? element.GetAttribute("src")!
            where !address.StartsWith("https:", StringComparison.Ordinal) && !address.StartsWith("data:", StringComparison.Ordinal)
            let parts = address.Split('#')
            let target = parts[0].Length == 0 ? page.Key : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Key)!, parts[0]))
            where !File.Exists(target) || (parts.Length > 1 && pages[target].GetElementById(Uri.UnescapeDataString(parts[1])) is null)
            select $"{page.Key}: {address}";

        Assert.Empty(lost);
        Assert.Equal(ReadyBook.Addresses.Count, pages.Count);
    }

    [Fact]
    public void Ids_are_unique_and_no_dollar_is_left_of_a_formula()
    {
        foreach (var (path, page) in Pages)
        {
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
            foreach (var code in page.QuerySelectorAll("pre, code, script, annotation"))
            {
                code.Remove();
            }

            Assert.False(page.Body!.TextContent.Contains('$', StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public void It_is_below_15_MB_and_the_first_page_needs_none_of_the_large_parts()
    {
        var size = Directory.GetFiles(book.Folder, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);

        Assert.InRange(size, 3_000_000, 15_000_000);
        Assert.DoesNotContain("plotly", File.ReadAllText(Path.Combine(book.Folder, "index.html")));
        Assert.Single(Directory.GetFiles(book.Folder, "plotly*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Each_page_says_when_it_was_made_and_from_which_commit() => Assert.All(Pages.Values, page =>
        Assert.Equal("Made on 3 February 2026, 04:05, from commit 0f93db4.", page.QuerySelector("footer")!.TextContent));

    [Fact]
    public void Where_there_is_no_git_the_imprint_says_so()
    {
        using var folder = new CourseFolder();

        Assert.Null(new CourseCommit(folder.Path).Name);
        Assert.EndsWith("not from a git repository", new Provenance(DateTimeOffset.UnixEpoch, Commit: null, Changed: false).ToString());
    }

    [Fact]
    public void A_formula_that_cannot_be_shown_is_told_with_its_lesson_cell_and_line()
    {
        using var folder = new CourseFolder();
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell("# A lesson", "title"));
        notebook.Add(new MarkdownCell("Text,\nand $a + \\nonsense$.", "formulas"));
        notebook.Write(folder["01-lesson.ipynb"]);

        var error = Assert.Throws<BookException>(() =>
            Site.Write(folder.Path, ReadyBook.Notebooks, folder["book"], new Provenance(default, null, false)));

        Assert.StartsWith("01-lesson.ipynb, cell 2 (formulas), line 2: the formula $a + \\nonsense$ cannot be shown: \\nonsense is not known", error.Message);
        Assert.False(Directory.Exists(folder["book"]));
    }

    [Fact]
    public async Task Names_headings_and_ids_with_any_sign_lead_to_their_place_and_run_nothing()
    {
        const string Name = "01 a#b?c%20'd";
        using var folder = new CourseFolder();
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell("# A <i onclick=alert(1)>lesson</i> \"&\n\n## Zebra \"onmouseover=alert(1) x=\"\n\ntext", "\" onclick=\"alert(1)"));
        notebook.Add(new CodeCell("1 + 1", "\"><img src=x onerror=alert(1)>"));
        notebook.Write(folder[$"{Name}.ipynb"]);
        Directory.CreateDirectory(folder["solutions"]);
        Site.Write(folder.Path, ReadyBook.Notebooks, folder["book"], new Provenance(default, null, false));

        var (page, elsewhere) = await book.OpenFileAsync(Path.Combine(folder["book"], "index.html"));
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);
        page.Dialog += (_, dialog) => errors.Add(dialog.Message);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("zebra");
        await page.Locator(".found a").First.ClickAsync();

        await Assertions.Expect(page.Locator("h2:target")).ToContainTextAsync("Zebra");
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('*')].flatMap(element => element.getAttributeNames()).filter(name => name.startsWith('on'))"));
        Assert.Empty(errors);
        Assert.Empty(elsewhere);
        await page.Context.CloseAsync();
    }

    [Fact]
    public void A_folder_with_something_else_in_it_is_left_alone()
    {
        using var folder = new CourseFolder();
        File.WriteAllText(folder["thesis.txt"], "mine");

        Assert.Throws<UsageException>(() =>
            Site.Write(ReadyBook.Notebooks, ReadyBook.Notebooks, folder.Path, new Provenance(default, null, false)));

        Assert.Equal("mine", File.ReadAllText(folder["thesis.txt"]));
    }
}
