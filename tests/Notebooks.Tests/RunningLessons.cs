using NotebookSession;
using NotebookSession.Documents;
using NotebookSession.Notebooks;
using NotebookSession.Running;

namespace Notebooks.Tests;

/// <summary>Of the solutions: all cells of the lesson, and the exercises answered. README's second command runs the lessons.</summary>
public sealed class RunningLessons
{
    public static TheoryData<string> Solutions => [.. CourseNotebooks.Lessons.Select(name => $"solutions/{name}")];

    [Theory]
    [MemberData(nameof(Solutions))]
    public async Task Every_cell_shows_what_is_committed_and_the_same_when_it_is_run_again_unless_it_takes_long(string name)
    {
        var committed = CourseNotebooks.Read(name).CodeCells.SelectMany(cell => Enumerable.Repeat(cell, CodeCell.Takes(cell.Tags) is null ? 2 : 1)).ToList();
        var twice = new Notebook();
        committed.ForEach(cell => twice.Add(new CodeCell(cell.Source)));
        await using var session = new Session(new SessionOptions { WorkingDirectory = Path.GetDirectoryName(CourseNotebooks.PathOf(name))! });

        var run = await new NotebookRunner(session).RunAsync(twice, stop: TestContext.Current.CancellationToken);

        Assert.True(run.Failure is null, $"{run.Failure?.Result}\n{run.Failure?.Cell.Source}");
        Assert.All(committed.Zip(twice.CodeCells), cells => Assert.Null(OutputComparison.FirstDifference(cells.First, cells.Second)));
    }
}
