namespace Course.Tests.Authoring;

public sealed class AuthoringANewFolder
{
    [Fact]
    public async Task Lessons_and_solutions_are_made_where_nothing_was_but_their_source()
    {
        using var folder = new CourseFolder();
        Directory.CreateDirectory(folder["mine/source"]);
        var source = Directory.GetFiles(Path.Combine(CourseCommand.Root, "notebooks", "source"), "02-*.md").Single();
        File.Copy(source, folder["mine/source/02-rnn-step-by-step.md"]);

        var ran = await CourseCommand.RunAsync(folder.Path, "author", "mine");

        Assert.Equal((0, ""), (ran.ExitStatus, ran.Errors));
        Assert.True(File.Exists(folder["mine/02-rnn-step-by-step.ipynb"]));
        Assert.True(File.Exists(folder["mine/solutions/02-rnn-step-by-step.ipynb"]));
    }
}
