using Course.Tests.Page;
using NotebookSession.Documents;
using NotebookSession.Notebooks;

namespace BrowserCourse.Tests;

/// <summary>
/// Lessons in a tab. By default the short one; the environment's LESSONS names others by the beginnings of their files,
/// <c>LESSONS=01,solutions/03</c>, or <c>all</c>: solutions hold the exercises' checks. TIMES=true says how long each cell takes.
/// </summary>
public sealed class RunningLessons(Site site, Chromium chromium)
{
    public static TheoryData<string> Lessons => Environment.GetEnvironmentVariable("LESSONS") switch
    {
        null => ["02"],
        "all" => [.. Of(""), .. Of("solutions/")],
        var some => [.. some.Split(',')],
    };

    private static IEnumerable<string> Of(string folder) => Directory.GetFiles(Path.Combine(Site.Root, "notebooks", folder), "*.ipynb")
        .Select(path => folder + Path.GetFileName(path)[..2]).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_cell_shows_what_is_committed(string lesson)
    {
        var committed = Notebook.Read(Directory.GetFiles(Path.Combine(Site.Root, "notebooks"), $"{lesson}*.ipynb").Single()).CodeCells.ToList();
        var now = new Notebook();
        committed.ForEach(cell => now.Add(new CodeCell(cell.Source)));
        await using var session = await PageSession.StartAsync(chromium, site, folder: Path.GetDirectoryName(lesson)!);

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
