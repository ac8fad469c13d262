using Course.Store;

namespace Course.Tests.Live;

public sealed class ResettingLessons : LiveTest
{
    [Fact]
    public async Task A_lesson_goes_back_to_its_source_and_can_be_undone()
    {
        Directory.CreateDirectory(In("source"));
        await System.IO.File.WriteAllTextAsync(In("source/notebook.md"), """
            # Title

            ```csharp {#one .exercise}
            // BEGIN SOLUTION
            print solved
            // STUB
            print stub
            // END SOLUTION
            ```
            """, TestContext.Current.CancellationToken);
        Write("print a");
        var notebook = OpenFile(new NotebookFolder(In(".")));
        await WithinAsync(notebook.Runs.RunAllAsync());
        Assert.Null(notebook.Cells.WhyNoReset);
        await notebook.Cells.ResetAsync();

        Assert.Equal("print stub", notebook.View.Cell("one")!.Source);
        Assert.Equal(["exercise"], notebook.View.Cell("one")!.Tags);
        Assert.All(notebook.View.Cells, cell => Assert.Empty(cell.Outputs));
        notebook.Cells.Undo();
        Assert.Equal(["a: print a"], Shown(notebook));
    }

    [Fact]
    public async Task Another_notebook_has_no_original()
    {
        var notebook = OpenCells("1");

        Assert.Contains("no lesson", notebook.Cells.WhyNoReset, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(notebook.Cells.ResetAsync);
    }
}
