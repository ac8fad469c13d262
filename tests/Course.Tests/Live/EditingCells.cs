using Course.Live;

namespace Course.Tests.Live;

public sealed class EditingCells : LiveTest
{
    [Fact]
    public void Cells_are_inserted_moved_deleted_cut_and_joined()
    {
        var notebook = OpenCells("1", "2");
        var top = notebook.InsertAbove(null, CellKind.Markdown, "# T");
        var between = notebook.InsertBelow("a", CellKind.Code, "3\n4");
        Assert.Equal([$"{top}: # T", "a: 1", $"{between}: 3\n4", "b: 2"], Shown(notebook));

        notebook.Move(between, -1);
        notebook.Move(top, -5);
        notebook.Delete("b");
        Assert.Equal([$"{top}: # T", $"{between}: 3\n4", "a: 1"], Shown(notebook));

        var second = notebook.Split(between, 1);
        notebook.MergeBelow(second!);
        Assert.Equal([$"{top}: # T", $"{between}: 3", $"{second}: 4\n\n1"], Shown(notebook));
        Assert.Equal(CellKind.Markdown, notebook.View.Cells[0].Kind);
    }

    [Fact]
    public void Every_step_is_undone_and_done_again()
    {
        var notebook = OpenCells("1", "2");
        var states = new List<string[]> { Now() };
        foreach (var step in (Action[])[
            () => notebook.Edit("a", "one"), () => notebook.Delete("a"), () => notebook.InsertAbove("b"), () => notebook.Move("b", -1),
            () => notebook.ChangeKind("b", CellKind.Markdown), () => notebook.Split("b", 1), () => notebook.MergeBelow("b")])
        {
            step();
            states.Add(Now());
        }

        foreach (var state in states[..^1].AsEnumerable().Reverse())
        {
            Assert.NotNull(notebook.View.Undo);
            notebook.Undo();
            Assert.Equal(state, Now());
        }

        Assert.Null(notebook.View.Undo);
        foreach (var state in states[1..])
        {
            Assert.NotNull(notebook.View.Redo);
            notebook.Redo();
            Assert.Equal(state, Now());
        }

        string[] Now() => [.. notebook.View.Cells.Select(cell => $"{cell.Id} {cell.Kind} {cell.Source}")];
    }

    [Fact]
    public void Typing_without_a_pause_is_one_step_and_another_cell_begins_another()
    {
        Options = Options with { UndoPause = TimeSpan.FromMinutes(1) };
        var notebook = OpenCells("", "");
        notebook.Edit("a", "v");
        notebook.Edit("a", "va");
        notebook.Edit("b", "x");
        notebook.Undo();
        Assert.Equal(["a: va", "b: "], Shown(notebook));

        notebook.Undo();
        Assert.Equal(["a: ", "b: "], Shown(notebook));
    }

    [Fact]
    public void Typing_after_a_pause_is_a_step_of_its_own()
    {
        Options = Options with { UndoPause = TimeSpan.Zero };
        var notebook = OpenCells("");
        notebook.Edit("a", "v");
        notebook.Edit("a", "va");
        notebook.Undo();

        Assert.Equal(["a: v"], Shown(notebook));
    }

    [Fact]
    public async Task A_deleted_cell_comes_back_with_its_outputs()
    {
        var notebook = OpenCells("print 1");
        await WithinAsync(notebook.RunAsync("a"));
        notebook.Delete("a");
        notebook.Undo();

        Assert.Equal("1\n", Text(notebook, "a"));
    }

    [Fact]
    public void What_is_done_to_a_cell_that_is_gone_does_nothing()
    {
        var notebook = OpenCells("1");
        notebook.Edit("z", "2");
        notebook.Delete("z");
        notebook.Move("z", 1);
        notebook.MergeBelow("z");

        Assert.Null(notebook.Split("z", 0));
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
        notebook.Changed += now => second.Add(Told(now));

        notebook.Edit("b", "3");
        notebook.Delete("a");
        notebook.Undo();
        await UntilAsync(notebook, _ => second is [.., "3", "1, 3"]);

        Assert.Equal(["1, 2", "1, 3", "3", "1, 3"], (string[])["1, 2", .. second.Where((told, i) => i == 0 || told != second[i - 1]).SkipWhile(told => told == "1, 2")]);
        Assert.Equal(first, second);
    }

    private static string Told(NotebookView now) => string.Join(", ", now.Cells.Select(cell => cell.Source));
}
