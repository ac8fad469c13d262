using System.Diagnostics;
using Course.Store;
using NotebookKernel.Running;

namespace Course.Tests.Live;

public sealed class TrustingNotebooks : LiveTest
{
    [Fact]
    public async Task A_notebook_from_elsewhere_is_not_trusted_but_what_is_run_here_is()
    {
        var notebook = OpenCells("print 1", "print 2");
        await WithinAsync(notebook.Runs.RunAsync("a"));

        Assert.False(notebook.View.IsTrusted);
        Assert.Equal([true, false], notebook.View.Cells.Select(cell => cell.IsTrusted));
        await notebook.File.SaveAsync();
        Assert.False(OpenFile().View.IsTrusted);
    }

    [Fact]
    public async Task Trust_is_remembered_for_what_is_saved_here_and_ends_when_another_program_writes()
    {
        var notebook = OpenCells("1");
        await notebook.File.TrustAsync();
        Assert.True(OpenFile().View.IsTrusted);

        notebook.Cells.Edit("a", "2");
        await notebook.File.SaveAsync();
        Assert.True(OpenFile().View.IsTrusted);

        Write("<script>");
        await notebook.File.CheckAsync();
        Assert.Equal((false, false), (notebook.View.IsTrusted, OpenFile().View.IsTrusted));
    }

    [Fact]
    public void What_the_course_committed_is_trusted_until_it_is_changed()
    {
        Write("1");
        var course = new CourseCommit(In("."));
        Store = Store with { IsCommitted = course.Holds };
        Assert.False(OpenFile().View.IsTrusted);

        Git("init", "--quiet");
        Assert.False(OpenFile().View.IsTrusted);
        Commit();
        Assert.True(OpenFile().View.IsTrusted);
        Assert.False(course.IsChanged);

        Write("2");
        Assert.False(OpenFile().View.IsTrusted);
        Assert.True(course.IsChanged);
    }

    [Fact]
    public void Line_ends_that_Windows_writes_are_no_change()
    {
        Write("1");
        Git("init", "--quiet");
        Commit();
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("\n", "\r\n", StringComparison.Ordinal));
        var course = new CourseCommit(In("."));

        Assert.False(course.IsChanged);
        Assert.True(course.Holds(File, System.IO.File.ReadAllText(File)));
    }

    [Fact]
    public void A_clone_of_a_strangers_repository_is_not_trusted()
    {
        Write("1");
        Git("init", "--quiet");
        Commit();

        Assert.False(OpenFile(new NotebookFolder(In("."))).View.IsTrusted);
    }

    [Fact]
    public void A_repository_around_the_course_does_not_vouch_for_it()
    {
        Write("1");
        Git("init", "--quiet");
        Commit();
        var course = Directory.CreateDirectory(In("course")).FullName;
        System.IO.File.Copy(File, Path.Combine(course, "notebook.ipynb"));

        Assert.Null(new CourseCommit(course).Name);
        Assert.False(new CourseCommit(course).Holds(Path.Combine(course, "notebook.ipynb"), System.IO.File.ReadAllText(File)));
    }

    [Fact]
    public void Asking_what_is_committed_obeys_no_monitor_filter_or_hook_of_the_repository()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the planted programs are shell scripts");
        Write("1");
        Git("init", "--quiet");
        Commit();
        var program = In("planted");
        System.IO.File.WriteAllText(program, $"#!/bin/sh\necho ran >> '{In("mark")}'\ncat\n");
        AssertDone("chmod", "+x", program);
        System.IO.File.WriteAllText(In(".gitattributes"), "*.ipynb filter=planted diff=planted\n");
        foreach (var setting in new[] { "core.fsmonitor", "core.pager", "core.sshCommand", "filter.planted.clean", "filter.planted.process", "diff.planted.textconv" })
        {
            Git("config", setting, program);
        }

        Directory.CreateDirectory(In(".git/hooks"));
        System.IO.File.Copy(program, In(".git/hooks/post-index-change"));
        System.IO.File.SetLastWriteTimeUtc(File, DateTime.UtcNow.AddDays(1)); // git's own status would look into it
        var course = new CourseCommit(In("."));

        Assert.True(course.Holds(File, System.IO.File.ReadAllText(File)));
        Assert.NotNull(course.Name);
        Assert.False(course.IsChanged);
        Assert.False(System.IO.File.Exists(In("mark")));
    }

    private void Commit()
    {
        Git("add", "notebook.ipynb");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "a");
    }

    private void Git(params string[] arguments) => AssertDone("git", arguments);

    private void AssertDone(string program, params string[] arguments)
    {
        using var process = Programs.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = In(".") });
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
