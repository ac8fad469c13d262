using System.Diagnostics;
using Course.Live;

namespace Course.Tests.Live;

public sealed class TrustingNotebooks : LiveTest
{
    [Fact]
    public async Task A_notebook_from_elsewhere_is_not_trusted_but_what_is_run_here_is()
    {
        var notebook = OpenCells("print 1", "print 2");
        await WithinAsync(notebook.RunAsync("a"));

        Assert.False(notebook.View.IsTrusted);
        Assert.Equal([true, false], notebook.View.Cells.Select(cell => cell.IsTrusted));
        await notebook.SaveAsync();
        Assert.False(OpenFile().View.IsTrusted);
    }

    [Fact]
    public async Task Trust_is_remembered_for_what_is_saved_here_and_ends_when_another_program_writes()
    {
        var notebook = OpenCells("1");
        notebook.Trust();
        Assert.True(OpenFile().View.IsTrusted);

        notebook.Edit("a", "2");
        await notebook.SaveAsync();
        Assert.True(OpenFile().View.IsTrusted);

        Write("<script>");
        notebook.CheckFile();
        Assert.Equal((false, false), (notebook.View.IsTrusted, OpenFile().View.IsTrusted));
    }

    [Fact]
    public void What_the_course_committed_is_trusted_until_it_is_changed()
    {
        Write("1");
        var folder = new NotebookFolder(In("."));
        Assert.False(OpenFile(folder).View.IsTrusted);

        Git("init", "--quiet");
        Assert.False(OpenFile(folder).View.IsTrusted);
        Git("add", "notebook.ipynb");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "a");
        Assert.True(OpenFile(folder).View.IsTrusted);

        Write("2");
        Assert.False(OpenFile(folder).View.IsTrusted);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", In("."), .. arguments]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
