using System.Diagnostics;
using System.Globalization;
using NotebookSession.Documents;

namespace NotebookSession.Notebooks;

/// <summary>Runs a notebook's code cells from the top and puts what they show into it, as "Restart and Run All" does.</summary>
/// <param name="session">A fresh session.</param>
public sealed class NotebookRunner(INotebookSession session)
{
    /// <summary>How long one cell may run. Default: for ever.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Whether the cells after one that failed run too.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>
    /// Runs until the end, or the first cell that fails and is not tagged <c>raises-exception</c> if errors are not allowed anywhere.
    /// The notebook then holds the outputs up to there, and none of an earlier run.
    /// </summary>
    /// <param name="notebook">The notebook; its outputs are replaced.</param>
    /// <param name="report">Called when a cell begins and when it ends.</param>
    /// <param name="stop">Stops the running cell, which then counts as failed.</param>
    public async Task<NotebookRun> RunAsync(Notebook notebook, Action<RunProgress>? report = null, CancellationToken stop = default)
    {
        await session.Ready.ConfigureAwait(false); // a cell's time is its own: the session's start is not part of it
        var clock = Stopwatch.StartNew();
        var area = new OutputArea();
        var cells = notebook.CodeCells.Where(cell => cell.IsRunnable).ToList();
        var runs = new List<CellRun>();
        foreach (var cell in notebook.CodeCells)
        {
            cell.ClearOutputs();
        }

        foreach (var cell in cells)
        {
            report?.Invoke(new RunProgress(runs.Count + 1, cells.Count, cell));
            var run = await RunAsync(cell, runs.Count + 1, area, stop).ConfigureAwait(false);
            runs.Add(run);
            report?.Invoke(new RunProgress(run.Number, cells.Count, cell, run));
            if (run.HasFailed && !AllowErrors)
            {
                break;
            }
        }

        area.Close();
        return new NotebookRun(runs, cells.Count, clock.Elapsed);
    }

    private async Task<CellRun> RunAsync(CodeCell cell, int number, OutputArea area, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        cell.ExecutionCount = number;
        using var timeout = new CancellationTokenSource(Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        var result = await session.RunAsync(cell.Code, output => area.Show(cell, output), either.Token).ConfigureAwait(false);
        if (timeout.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            result = result switch
            {
                CellResult.Stopped stopped => new CellResult.Stopped(TimedOut(stopped.Error)),
                CellResult.Died died => new CellResult.Died(TimedOut(died.Error)),
                _ => result,
            };
        }

        if (result.Failure is { } error)
        {
            area.Show(cell, new CellOutput.Error(error));
        }

        area.Flush();
        return new CellRun(number, cell, clock.Elapsed, result);
    }

    private CellError TimedOut(CellError error)
    {
        var seconds = Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var message = $"the cell ran longer than the {seconds} s that one cell may take, and was stopped";
        return new CellError("Timeout", message, [$"Timeout: {message}", .. error.Traceback]);
    }
}
