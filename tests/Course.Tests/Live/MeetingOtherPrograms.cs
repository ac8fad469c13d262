using NotebookPage.Live;
using NotebookSession.Documents;

namespace Course.Tests.Live;

public sealed class MeetingOtherPrograms : LiveTest
{
    [Fact]
    public async Task A_file_that_another_program_changed_is_not_overwritten()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "mine");
        Write("theirs");

        Assert.Equal(new SaveResult.Conflict(), await notebook.File.SaveAsync());
        Assert.True(notebook.View.Saving.IsConflict);
        Assert.Equal(["a: theirs", "a: mine"], InFile().Concat(Shown(notebook)));
    }

    [Fact]
    public async Task Keeping_mine_keeps_theirs_elsewhere()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "mine");
        Write("theirs");
        await notebook.File.SaveAsync();
        var saved = Assert.IsType<SaveResult.Saved>(await notebook.File.KeepMineAsync());

        Assert.Equal(["a: mine"], InFile());
        Assert.Equal("theirs", Notebook.Read(saved.Kept!).Cells[0].Source);
        Assert.Equal((false, false), (notebook.View.Saving.IsConflict, notebook.View.Saving.IsDirty));
    }

    [Fact]
    public async Task Taking_theirs_keeps_mine_elsewhere_and_can_be_undone()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "mine");
        Write("theirs", "more");
        await notebook.File.SaveAsync();
        var kept = await notebook.File.TakeTheirsAsync();

        Assert.Equal(["a: theirs", "b: more"], Shown(notebook));
        Assert.Equal("mine", Notebook.Read(kept).Cells[0].Source);
        Assert.False(notebook.View.Saving.IsConflict);
        notebook.Cells.Undo();
        Assert.Equal(["a: mine"], Shown(notebook));
        Assert.Equal(new SaveResult.Saved(), await notebook.File.SaveAsync());
    }

    [Fact]
    public async Task Without_edits_the_other_programs_version_is_read()
    {
        var notebook = OpenCells("1");
        Write("theirs");
        await notebook.File.CheckAsync();

        Assert.Equal(["a: theirs"], Shown(notebook));
        Assert.Equal(("take the file's version", false), (notebook.View.Undo, notebook.View.Saving.IsDirty));
    }
}
