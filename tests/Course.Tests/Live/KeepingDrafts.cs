using Course.Store;
using NotebookPage.Live;

namespace Course.Tests.Live;

/// <summary>A notebook that isn't closed is what a killed server leaves behind.</summary>
public sealed class KeepingDrafts : LiveTest
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task What_was_typed_survives_a_crash()
    {
        var crashed = OpenCells("1", "2");
        crashed.Cells.Edit("a", "typed");
        var added = crashed.Cells.InsertBelow("a", CellType.Markdown, "# more");
        crashed.Cells.Delete("b");
        await DraftAsync();
        var notebook = OpenFile();

        Assert.Equal(["a: typed", $"{added}: # more"], Shown(notebook));
        Assert.Equal((true, false), (notebook.View.Saving.IsDirty, notebook.View.Saving.IsConflict));
        Assert.NotNull(notebook.View.Saving.RestoredFrom);
        notebook.Cells.Undo();
        Assert.Equal(["a: 1", "b: 2"], Shown(notebook));
        notebook.File.DismissRestored();
        Assert.Null(notebook.View.Saving.RestoredFrom);
    }

    [Fact]
    public async Task What_was_typed_into_a_file_that_changed_since_is_a_conflict()
    {
        OpenCells("1").Cells.Edit("a", "typed");
        await DraftAsync();
        Write("theirs");
        var notebook = OpenFile();

        Assert.Equal(["a: typed"], Shown(notebook));
        Assert.True(notebook.View.Saving.IsConflict);
        Assert.Equal(new SaveResult.Conflict(), await notebook.File.SaveAsync());
        Assert.IsType<SaveResult.Saved>(await notebook.File.KeepMineAsync());
        Assert.Equal(["a: typed"], InFile());
    }

    [Fact]
    public async Task A_crash_after_the_file_was_written_and_before_its_draft_was_removed_is_no_conflict()
    {
        Write("1");
        var store = new DyingStore(new FileStore(File, null, Store));
        var dying = await OpenNotebook.OpenAsync(store, Options);
        dying.Cells.Edit("a", "typed");
        await DraftAsync();
        dying.Cells.Edit("a", "typed and saved");
        store.IsDying = true;
        await dying.File.SaveAsync();
        var notebook = OpenFile();

        Assert.Equal(["a: typed and saved"], Shown(notebook));
        Assert.Equal((false, false), (notebook.View.Saving.IsDirty, notebook.View.Saving.IsConflict));
        Assert.Empty(Drafts());
    }

    [Fact]
    public async Task Saving_removes_the_draft()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "2");
        await DraftAsync();
        await notebook.File.SaveAsync();

        Assert.Empty(Drafts());
        Assert.Null(OpenFile().View.Saving.RestoredFrom);
    }

    [Fact]
    public async Task Drafts_kept_versions_and_the_list_of_trusted_notebooks_are_this_users_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no mode bits; a user's folder is the user's there");
        OpenCells("1").Cells.Edit("a", "typed");
        await DraftAsync();
        Write("theirs");
        var notebook = OpenFile();
        await notebook.File.KeepMineAsync();
        await notebook.File.TrustAsync();
        notebook.Cells.Edit("a", "more");
        await DraftAsync();

        var kept = new DirectoryInfo(Store.DataFolder);
        var (folders, files) = (kept.GetDirectories("*", SearchOption.AllDirectories), kept.GetFiles("*", SearchOption.AllDirectories));
        Assert.Equal((2, 3), (folders.Length, files.Length));
        Assert.All(folders.Append(kept), folder => Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, folder.UnixFileMode));
        Assert.All(files, file => Assert.Equal(OwnerOnly, file.UnixFileMode));
    }

    [Fact]
    public async Task Drafts_of_two_notebooks_do_not_meet()
    {
        OpenCells("1").Cells.Edit("a", "typed");
        await DraftAsync();
        System.IO.File.Move(File, In("other.ipynb"));
        Write("1");
        var other = Open(In("other.ipynb"));

        Assert.Equal(["a: 1"], Shown(other));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task A_broken_draft_is_passed_over()
    {
        OpenCells("1").Cells.Edit("a", "typed");
        await DraftAsync();
        await System.IO.File.WriteAllTextAsync(Drafts().Single(), """{"cells": [1]}""", TestContext.Current.CancellationToken);

        Assert.Equal(["a: 1"], Shown(OpenFile()));
    }

    [Fact]
    public async Task Closing_saves()
    {
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "2");
        await notebook.DisposeAsync();

        Assert.Equal(["a: 2"], InFile());
        Assert.Empty(Drafts());
    }

    private string[] Drafts() => Directory.Exists(In("data/drafts")) ? Directory.GetFiles(In("data/drafts"), "*.json") : [];

    // No event tells of a draft.
    private async Task DraftAsync()
    {
        while (Drafts() is [])
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
