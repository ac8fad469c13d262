using Course.Tests.Page;
using NotebookSession.Documents;
using NotebookSession.Notebooks;

namespace BrowserCourse.Tests;

/// <summary>
/// Solutions in a tab: all cells of a lesson, and the exercises answered. By default the short one; the environment's SOLUTIONS names
/// others by the beginnings of their files, <c>SOLUTIONS=01,03</c>, or <c>all</c>. TIMES=true says how long each cell takes.
/// </summary>
public sealed class RunningSolutions(Site site, Chromium chromium)
{
    private static readonly string _folder = Path.Combine(Site.Root, "notebooks", "solutions");

    public static TheoryData<string> Chosen => Environment.GetEnvironmentVariable("SOLUTIONS") switch
    {
        null => ["02"],
        "all" => [.. Directory.GetFiles(_folder, "*.ipynb").Select(path => Path.GetFileName(path)[..2]).Order(StringComparer.Ordinal)],
        var some => [.. some.Split(',')],
    };

    [Theory]
    [MemberData(nameof(Chosen))]
    public async Task Every_cell_shows_what_is_committed(string lesson)
    {
        var committed = Notebook.Read(Directory.GetFiles(_folder, $"{lesson}*.ipynb").Single()).CodeCells.ToList();
        var now = new Notebook();
        committed.ForEach(cell => now.Add(new CodeCell(cell.Source)));
        await using var session = await PageSession.StartAsync(chromium, site, folder: "solutions");

        var run = await new NotebookRunner(session).RunAsync(now, Tell, TestContext.Current.CancellationToken);

        Assert.True(run.Failure is null, $"{run.Failure?.Result}\n{run.Failure?.Cell.Source}");
        Assert.All(committed.Zip(now.CodeCells), cells => Assert.Null(OutputComparison.FirstDifference(cells.First, cells.Second)));
    }

    private static void Tell(RunProgress progress)
    {
        if (Environment.GetEnvironmentVariable("TIMES") == "true" && progress.Ended is { } run)
        {
            TestContext.Current.SendDiagnosticMessage($"cell {run.Number} of {progress.Count}: {run.Time.TotalSeconds:F1} s");
        }
    }
}
