using Course.Book;
using NotebookSession.Documents;
using NotebookSession.Notebooks;
using NotebookSession.Running;

namespace Course.Tests.Book;

public sealed class BooksOfWhatRan
{
    [Fact]
    public async Task A_lesson_whose_cell_failed_is_in_the_book_and_the_cell_is_named_on_its_page_and_in_the_contents()
    {
        using var folder = new CourseFolder();
        Directory.CreateDirectory(folder["solutions"]);
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell("# A lesson\n\nText.", "title"));
        notebook.Add(new CodeCell("1 + 1", "first"));
        notebook.Add(new CodeCell("throw new Exception(\"no\");", "second"));
        notebook.Add(new CodeCell("3", "third"));
        await using var session = new Session();
        await new NotebookRunner(session).RunAsync(notebook, stop: TestContext.Current.CancellationToken);
        notebook.Write(folder["01-lesson.ipynb"]);

        Site.Write(folder.Path, ReadyBook.Notebooks, folder["book"], new Provenance(default, null, false));

        var page = await File.ReadAllTextAsync(folder["book/01-lesson.html"], TestContext.Current.CancellationToken);
        Assert.Contains("<a href=\"#cell-second\">Cell 2 of 3</a> failed", page, StringComparison.Ordinal);
        Assert.Contains("A cell of it failed", await File.ReadAllTextAsync(folder["book/index.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_committed_outputs_it_is_made_without_running_anything()
    {
        using var folder = new CourseFolder();

        var ran = await CourseCommand.RunAsync(folder.Path, "book", "--committed", "--out", "book");

        Assert.Equal((0, ""), (ran.ExitStatus, ran.Errors));
        Assert.DoesNotContain(" s  ", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A cell of it failed", await File.ReadAllTextAsync(folder["book/index.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
