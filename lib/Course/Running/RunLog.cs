using System.Globalization;
using NotebookSession.Documents;
using NotebookSession.Notebooks;

namespace Course.Running;

/// <summary>
/// Tells a person how the run goes: a line a cell on <paramref name="output"/>, what went wrong on
/// <paramref name="errors"/>. While a cell runs, a terminal shows its seconds; a log gets a line now and then. Of notebooks that
/// run side by side each has a log of its own, which is shown as a whole when the notebook has ended.
/// </summary>
internal sealed class RunLog(Terminal output, Terminal errors, RunLog? whole = null) : IDisposable
{
    private const int Width = 60;
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _logTick = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private Timer? _timer;

    /// <summary>One for a notebook beside others.</summary>
    public RunLog Beside() => new(Terminal.Held(), Terminal.Held(), this);

    /// <summary>Shows what it has held back, if it is beside others.</summary>
    public void Show() => whole?.LetOut(output, errors);

    public void Begin(string notebook, IEnumerable<string> repairs)
    {
        Line(notebook);
        foreach (var repair in repairs)
        {
            Line($"  repaired: {repair}");
        }
    }

    public void Known(string notebook) => Line($"{notebook}\n  not run again: neither it nor the course has changed since");

    public void Progress(RunProgress progress)
    {
        var digits = progress.Count.ToString(CultureInfo.InvariantCulture).Length;
        var number = $"  [{progress.Number.ToString(CultureInfo.InvariantCulture).PadLeft(digits)}/{progress.Count}]";
        _timer?.Dispose();
        if (progress.Ended is { } run)
        {
            Line($"{number} {Seconds(run.Time),7} s  {Title(run.Cell)}{Verdict(run)}");
        }
        else if (whole is null)
        {
            var began = TimeProvider.System.GetTimestamp();
            var tick = output.IsInteractive ? _tick : _logTick;
            _timer = new Timer(_ => Running(number, TimeProvider.System.GetElapsedTime(began), progress.Cell), null, tick, tick);
        }
    }

    public void End(NotebookOutcome outcome, RunOptions options)
    {
        var run = outcome.Run;
        foreach (var failure in run.Cells.Where(cell => cell.HasFailed))
        {
            Complaint.Failed(errors, outcome.Path, failure, run.Count);
        }

        if (run.Failure is not null)
        {
            return;
        }

        if (outcome.Differences.Count > 0)
        {
            Complaint.Differs(errors, outcome.Path, outcome.Differences);
        }
        else
        {
            Line($"  {Count(run.Cells.Count, "cell")} ran in {Seconds(run.Time)} s{(options.Check ? ", outputs as in the file" : "")}");
        }
    }

    public void End(IReadOnlyList<NotebookOutcome> outcomes, RunOptions options)
    {
        var time = TimeSpan.FromTicks(outcomes.Sum(outcome => outcome.Run.Time.Ticks));
        var failed = outcomes.Count(outcome => outcome.Status == "failed");
        var differ = outcomes.Count(outcome => outcome.Status == "differs");
        Line($"{Count(outcomes.Count, "notebook")}, {Count(outcomes.Sum(outcome => outcome.Run.Cells.Count), "cell")}, {Seconds(time)} s: "
            + (failed + differ == 0 ? options.Check ? "all as in the files" : "all fine"
                : string.Join(", ", new[] { (failed, "failed"), (differ, "differ") }.Where(n => n.Item1 > 0).Select(n => $"{n.Item1} {n.Item2}")))
            + (options.Out is null || !options.KeepsCopies ? "" : $"; written to {options.Out}"));
    }

    public void Dispose() => _timer?.Dispose();

    private void LetOut(Terminal heldOutput, Terminal heldErrors)
    {
        lock (_lock)
        {
            output.LetOut(heldOutput);
            errors.LetOut(heldErrors);
        }
    }

    private void Running(string number, TimeSpan time, CodeCell cell)
    {
        lock (_lock)
        {
            var line = $"{number} {time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),7} s  {Title(cell)}";
            if (output.IsInteractive)
            {
                output.Draw($"{line} …");
            }
            else
            {
                output.Line($"{line} (still running)");
            }
        }
    }

    private void Line(string line)
    {
        lock (_lock)
        {
            output.Line(line);
        }
    }

    private static string Verdict(CellRun run) =>
        run.HasFailed ? "  FAILED" : run.Result.Failure is { } error ? $"  (raises {error.Name}, as it may)" : "";

    private static string Title(CodeCell cell)
    {
        var line = cell.Source.Split('\n').Select(text => text.Trim()).First(text => text.Length > 0);
        return line.Length > Width ? line[..(Width - 1)] + "…" : line;
    }

    private static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
}
