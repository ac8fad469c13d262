using NotebookPage.Live;

namespace Course.Tests.Live;

public sealed class EditingCells : LiveTest
{
    [Fact]
    public void Cells_are_inserted_moved_deleted_cut_and_joined()
    {
        var notebook = OpenCells("1", "2");
        var top = notebook.Cells.InsertAbove(null, CellType.Markdown, "# T");
        var between = notebook.Cells.InsertBelow("a", CellType.Code, "3\n4");
        Assert.Equal([$"{top}: # T", "a: 1", $"{between}: 3\n4", "b: 2"], Shown(notebook));

        notebook.Cells.Move(between, -1);
        notebook.Cells.Move(top, -5);
        notebook.Cells.Delete("b");
        Assert.Equal([$"{top}: # T", $"{between}: 3\n4", "a: 1"], Shown(notebook));

        var second = notebook.Cells.Split(between, 1);
        notebook.Cells.MergeBelow(second!);
        Assert.Equal([$"{top}: # T", $"{between}: 3", $"{second}: 4\n\n1"], Shown(notebook));
        Assert.Equal(CellType.Markdown, notebook.View.Cells[0].Kind);
    }

    [Fact]
    public void Every_step_is_undone_and_done_again()
    {
        var notebook = OpenCells("1", "2");
        var states = new List<string[]> { Now() };
        foreach (var step in (Action[])[
            () => notebook.Cells.Edit("a", "one"), () => notebook.Cells.Delete("a"), () => notebook.Cells.InsertAbove("b"), () => notebook.Cells.Move("b", -1),
            () => notebook.Cells.ChangeKind("b", CellType.Markdown), () => notebook.Cells.Split("b", 1), () => notebook.Cells.MergeBelow("b")])
        {
            step();
            states.Add(Now());
        }

        foreach (var state in states[..^1].AsEnumerable().Reverse())
        {
            Assert.NotNull(notebook.View.Undo);
            notebook.Cells.Undo();
            Assert.Equal(state, Now());
        }

        Assert.Null(notebook.View.Undo);
        foreach (var state in states[1..])
        {
            Assert.NotNull(notebook.View.Redo);
            notebook.Cells.Redo();
            Assert.Equal(state, Now());
        }

        string[] Now() => [.. notebook.View.Cells.Select(cell => $"{cell.Id} {cell.Kind} {cell.Source}")];
    }

    [Fact]
    public void Typing_without_a_pause_is_one_step_and_another_cell_begins_another()
    {
        Options = Options with { UndoPause = TimeSpan.FromMinutes(1) };
        var notebook = OpenCells("", "");
        notebook.Cells.Edit("a", "v");
        notebook.Cells.Edit("a", "va");
        notebook.Cells.Edit("b", "x");
        notebook.Cells.Undo();
        Assert.Equal(["a: va", "b: "], Shown(notebook));

        notebook.Cells.Undo();
        Assert.Equal(["a: ", "b: "], Shown(notebook));
    }

    [Fact]
    public void Typing_after_a_pause_is_a_step_of_its_own()
    {
        Options = Options with { UndoPause = TimeSpan.Zero };
        var notebook = OpenCells("");
        notebook.Cells.Edit("a", "v");
        notebook.Cells.Edit("a", "va");
        notebook.Cells.Undo();

        Assert.Equal(["a: v"], Shown(notebook));
    }

    [Fact]
    public async Task Copied_cells_are_pasted_from_their_text_too_with_pictures_and_show_in_their_notebook_what_they_had_shown()
    {
        var notebook = OpenCells("print 1", "# T");
        await WithinAsync(notebook.Runs.RunAsync("a"));
        notebook.Cells.Attach("b", "dot.png", "image/png", "AAAA");

        notebook.Cells.PasteBelow("b", CopiedCells.Read(notebook.Cells.Copy("a", "b").Write()));

        var (code, text) = (notebook.View.Cells[2], notebook.View.Cells[3]);
        Assert.Equal(("print 1", CellType.Code, "1\n"), (code.Source, code.Kind, Text(notebook, code.Id)));
        Assert.Equal(("# T", CellType.Markdown, "AAAA"), (text.Source, text.Kind, (string?)text.Attachments!["dot.png"]!["image/png"]));
        Assert.Equal(4, notebook.View.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_deleted_cell_comes_back_with_its_outputs()
    {
        var notebook = OpenCells("print 1");
        await WithinAsync(notebook.Runs.RunAsync("a"));
        notebook.Cells.Delete("a");
        notebook.Cells.Undo();

        Assert.Equal("1\n", Text(notebook, "a"));
    }

    [Fact]
    public void What_is_done_to_a_cell_that_is_gone_does_nothing()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("z", "2");
        notebook.Cells.Delete("z");
        notebook.Cells.Move("z", 1);
        notebook.Cells.MergeBelow("z");

        Assert.Null(notebook.Cells.Split("z", 0));
        Assert.Equal(["a: 1"], Shown(notebook));
        Assert.Equal((null, false), (notebook.View.Undo, notebook.View.Saving.IsDirty));
    }

    [Fact]
    public async Task Every_tab_hears_of_each_change_in_order()
    {
        var notebook = OpenCells("1", "2");
        var (first, second) = (new List<string>(), new List<string>());
        notebook.Changed += now => first.Add(Told(now));
        notebook.Changed += _ => throw new InvalidOperationException("a tab with trouble");
        var heard = new TaskCompletionSource();
        notebook.Changed += now =>
        {
            second.Add(Told(now));
            _ = second is [.., "3", "1, 3"] && heard.TrySetResult();
        };

        notebook.Cells.Edit("b", "3");
        notebook.Cells.Delete("a");
        notebook.Cells.Undo();
        await WithinAsync(heard.Task);

        Assert.Equal(["1, 2", "1, 3", "3", "1, 3"], (string[])["1, 2", .. second.Where((told, i) => i == 0 || told != second[i - 1]).SkipWhile(told => told == "1, 2")]);
        Assert.Equal(first, second);
    }

    private static string Told(NotebookView now) => string.Join(", ", now.Cells.Select(cell => cell.Source));
}
