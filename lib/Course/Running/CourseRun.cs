using NotebookSession;
using NotebookSession.Documents;
using NotebookSession.Notebooks;

namespace Course.Running;

/// <summary>Runs notebooks one after the other, each in a session of its own: a cell may use the whole machine.</summary>
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
        var session = options.Known is null ? start(Folder(paths[0])) : null;
        var outcomes = new List<NotebookOutcome>();
        try
        {
            var notebooks = paths.Select(NotebookPaths.Read).ToList();
            notebooks.ForEach(notebook => Parameters.Inject(notebook, options.Set));
            for (var i = 0; i < paths.Count && !stop.IsCancellationRequested; i++)
            {
                var known = options.Known?.Place(paths[i], notebooks[i]);
                if (File.Exists(known))
                {
                    notebooks[i] = Notebook.Read(known);
                    log.Known(NotebookPaths.Name(paths[i]));
                }
                else
                {
                    session ??= start(Folder(paths[i]));
                    outcomes.Add(await RunAsync(paths[i], notebooks[i], session, options, stop).ConfigureAwait(false));
                    await session.DisposeAsync().ConfigureAwait(false);
                    session = null;
                    if (known is not null && outcomes[^1].Status == "ok" && !stop.IsCancellationRequested)
                    {
                        KnownRuns.Keep(known, notebooks[i]);
                    }
                }

                if (copies is not null)
                {
                    notebooks[i].Write(copies[i]);
                }
            }
        }
        finally
        {
            if (session is not null)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }
        }

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

    private async Task<NotebookOutcome> RunAsync(
        string path, Notebook notebook, INotebookSession session, RunOptions options, CancellationToken stop)
    {
        var before = options.Check ? Notebook.Parse(notebook.ToString(), path) : null;
        var name = NotebookPaths.Name(path);
        log.Begin(name, notebook.Repairs);
        var run = await new NotebookRunner(session) { Timeout = options.Timeout }
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
