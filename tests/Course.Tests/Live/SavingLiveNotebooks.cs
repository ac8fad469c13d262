using System.Text.Json.Nodes;
using NotebookPage.Live;
using NotebookSession.Documents;
using Disk = System.IO.File;

namespace Course.Tests.Live;

public sealed class SavingLiveNotebooks : LiveTest
{
    [Fact]
    public async Task Saving_writes_text_and_outputs_but_no_transient_html()
    {
        var notebook = OpenCells("print 1\nhtml <!--transient--><script></script>", "2");
        await WithinAsync(notebook.Runs.RunAsync("a"));
        notebook.Cells.Edit("b", "3\n4");
        Assert.True(notebook.View.Saving.IsDirty);

        Assert.Equal(new SaveResult.Saved(), await notebook.File.SaveAsync());
        Assert.False(notebook.View.Saving.IsDirty);
        Assert.Equal(["a: print 1\nhtml <!--transient--><script></script>", "b: 3\n4"], InFile());
        var cell = Notebook.Read(File).CodeCells.First();
        Assert.Equal(1, cell.ExecutionCount);
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["1\n"]},{"data":{"text/plain":["text"]},"metadata":{},"output_type":"display_data"}]""", cell.Outputs.ToJsonString());
    }

    [Fact]
    public async Task A_notebook_is_saved_by_itself_a_moment_after_the_last_edit()
    {
        Options = Options with { AutosaveAfter = TimeSpan.FromMilliseconds(50) };
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "2");
        await UntilAsync(notebook, view => !view.Saving.IsDirty);

        Assert.Equal(["a: 2"], InFile());
    }

    [Fact]
    public async Task What_an_editor_does_not_know_stays_in_the_file_as_it_was()
    {
        const string text = """
            {"nbformat": 4, "nbformat_minor": 5, "custom": 1.50, "metadata": {"x": {}},
             "cells": [{"id": "a", "cell_type": "code", "metadata": {"my": 1000.0, "tags": ["exercise"]}, "execution_count": 7, "outputs":
              [{"output_type": "stream", "name": "stdout", "text": "x"}], "source": "1", "extra": true}]}
            """;
        await Disk.WriteAllTextAsync(File, text, TestContext.Current.CancellationToken);
        var notebook = OpenFile();
        notebook.Cells.Edit("a", "2");
        notebook.Cells.Edit("a", "1");
        await notebook.File.SaveAsync();
        Assert.Equal(JsonNode.Parse(text)!["cells"]![0]!["metadata"]!.ToJsonString(), Notebook.Read(File).Cells[0].Metadata.ToJsonString());

        notebook.Cells.ChangeKind("a", CellType.Markdown);
        notebook.Cells.ChangeKind("a", CellType.Code);
        await notebook.File.SaveAsync();
        var now = Notebook.Read(File);
        Assert.Equal(("1.5", true), (now.Json["custom"]!.ToJsonString(), (bool)now.Cells[0].Json["extra"]!));
        Assert.Equal(["exercise"], notebook.View.Cells[0].Tags);
        Assert.Equal("x", Text(notebook, "a"));
    }

    [Fact]
    public async Task A_file_without_cell_ids_gets_none()
    {
        await Disk.WriteAllTextAsync(
            File,
            """{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [{"cell_type": "raw", "metadata": {}, "source": "1"}]}""",
            TestContext.Current.CancellationToken);
        var notebook = OpenFile();
        notebook.Cells.Edit(notebook.View.Cells[0].Id, "2");
        notebook.Cells.InsertBelow(null, CellType.Code, "3");
        await notebook.File.SaveAsync();

        Assert.Equal([": 2", ": 3"], InFile());
    }

    [Fact]
    public async Task A_file_that_is_gone_is_written_again()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "2");
        Disk.Delete(File);
        await notebook.File.SaveAsync();

        Assert.Equal(["a: 2"], InFile());
    }

    [Fact]
    public async Task What_can_not_be_saved_is_told_and_stays_dirty()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "2");
        Disk.Delete(File);
        Directory.CreateDirectory(File);
        var failed = Assert.IsType<SaveResult.Failed>(await notebook.File.SaveAsync());

        Assert.Equal((failed.Problem, true), (notebook.View.Saving.Problem, notebook.View.Saving.IsDirty));
        Directory.Delete(File);
    }
}
