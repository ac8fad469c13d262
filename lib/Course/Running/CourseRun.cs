using NotebookSession;
using NotebookSession.Documents;
using NotebookSession.Notebooks;

namespace Course.Running;

/// <summary>
/// Runs notebooks, each in a session of its own: one after the other, for a cell may use the whole machine, or as many side by side
/// as is asked for.
/// </summary>
/// <param name="start">Starts a session in a folder.</param>
/// <param name="log">Hears what happens.</param>
internal sealed class CourseRun(Func<string, INotebookSession> start, RunLog log)
{
    /// <summary>Does what <paramref name="options"/> say; the result is the exit status.</summary>
    public async Task<int> RunAsync(RunOptions options, CancellationToken stop)
    {
        var paths = NotebookPaths.Find(options.Paths);
        var copies = Copies(paths, options.Out);
        // While it starts, all notebooks are read: a bad one is told at once.
        var first = options.Known is null ? start(Folder(paths[0])) : null;
        var ended = new NotebookOutcome?[paths.Count];
        try
        {
            var notebooks = paths.Select(NotebookPaths.Read).ToList();
            notebooks.ForEach(notebook => Parameters.Inject(notebook, options.Set));
            var limit = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel };
            await Parallel.ForAsync(0, paths.Count, limit, async (i, _) =>
            {
                if (!stop.IsCancellationRequested)
                {
                    var session = i == 0 ? Interlocked.Exchange(ref first, null) : null;
                    ended[i] = await RunAsync(paths[i], notebooks[i], session, copies?[i], options, stop).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
        finally
        {
            if (first is not null)
            {
                await first.DisposeAsync().ConfigureAwait(false);
            }
        }

        var outcomes = ended.OfType<NotebookOutcome>().ToList();
        var status = stop.IsCancellationRequested ? ExitStatus.Stopped
            : outcomes.Any(outcome => outcome.Status == "failed") ? ExitStatus.CellFailed
            : outcomes.Any(outcome => outcome.Status == "differs") ? ExitStatus.OutputsDiffer
            : ExitStatus.Fine;
        log.End(outcomes, options);
        if (options.Json is not null)
        {
            RunReport.Write(options.Json, outcomes, status);
        }

        if (options.JUnit is not null)
        {
            JUnitReport.Write(options.JUnit, outcomes);
        }

        return status;
    }

    private async Task<NotebookOutcome?> RunAsync(
        string path, Notebook notebook, INotebookSession? started, string? copy, RunOptions options, CancellationToken stop)
    {
        var its = options.Parallel > 1 ? log.Beside() : log;
        var known = options.Known?.Place(path, notebook);
        NotebookOutcome? outcome = null;
        if (File.Exists(known))
        {
            notebook = Notebook.Read(known);
            its.Known(NotebookPaths.Name(path));
        }
        else
        {
            await using (var session = started ?? start(Folder(path)))
            {
                outcome = await RunAsync(path, notebook, session, its, options, stop).ConfigureAwait(false);
            }

            if (known is not null && outcome.Status == "ok" && !stop.IsCancellationRequested)
            {
                KnownRuns.Keep(known, notebook);
            }
        }

        its.Show();
        if (copy is not null)
        {
            notebook.Write(copy);
        }

        return outcome;
    }

    private static async Task<NotebookOutcome> RunAsync(
        string path, Notebook notebook, INotebookSession session, RunLog log, RunOptions options, CancellationToken stop)
    {
        var before = options.Check ? Notebook.Parse(notebook.ToString(), path) : null;
        var name = NotebookPaths.Name(path);
        log.Begin(name, notebook.Repairs);
        var run = await new NotebookRunner(session) { Timeout = options.Timeout, AllowErrors = options.AllowErrors }
            .RunAsync(notebook, log.Progress, stop).ConfigureAwait(false);
        var differences = before is not null && run.Failure is null ? CellDifference.Find(before, run) : [];
        var outcome = new NotebookOutcome(name, run, differences);
        log.End(outcome, options);
        return outcome;
    }

    private static string Folder(string path) => Path.GetDirectoryName(path)!;

    private static List<string>? Copies(IReadOnlyList<string> paths, string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        var copies = paths.Select(path => Path.Combine(folder, Path.GetFileName(path))).ToList();
        if (copies.GroupBy(copy => copy).FirstOrDefault(group => group.Count() > 1) is { } clash)
        {
            throw new UsageException($"two of the notebooks would both become {clash.Key}: run them separately");
        }

        Directory.CreateDirectory(folder);
        return copies;
    }
}
