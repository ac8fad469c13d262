namespace NotebookSession.Showing;

/// <summary>
/// The outputs of one cell, one at a time and in order, whichever thread they come from. They are gathered for a moment, so that
/// ten thousand lines are not ten thousand outputs, and told by a thread that is not the cell's: a cell never waits for who
/// listens, and what stops a cell never strikes who tells.
/// </summary>
internal sealed class CellOutputs(Action<CellOutput> show, OutputLimit limit) : IDisposable
{
    private readonly Lock _lock = new(), _telling = new();
    private readonly PendingOutputs _pending = new(limit);
    private TimeSpan _pause = OutputLimit.Pause(0);
    private Timer? _timer;
    private bool _isDue;
    private long _dueAt; // milliseconds, as Environment counts them

    /// <summary>Whether another display is shown; if not, it is counted and need not be formatted.</summary>
    public bool TakesDisplay
    {
        get
        {
            lock (_lock)
            {
                Await();
                return _pending.TakesDisplay;
            }
        }
    }

    /// <summary>What was written last without a line end.</summary>
    public string OpenLine
    {
        get
        {
            lock (_lock)
            {
                return _pending.OpenLine;
            }
        }
    }

    /// <summary>Shows an output after everything written so far.</summary>
    public void Show(CellOutput output)
    {
        lock (_lock)
        {
            _pending.Add(output);
            Await();
        }
    }

    /// <summary>Adds console text.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        const string windows = "\r\n"; // what Environment.NewLine is there
        text = text.Contains(windows, StringComparison.Ordinal) ? text.ToString().Replace(windows, "\n", StringComparison.Ordinal) : text;
        lock (_lock)
        {
            _pending.Write(stream, text);
            Await();
        }
    }

    /// <summary>Tells what is gathered. Not for the cell's own threads.</summary>
    public void Flush()
    {
        lock (_telling)
        {
            foreach (var output in Take())
            {
                show(output);
            }
        }
    }

    /// <summary>Tells what is gathered if it is time to, where no other thread does it.</summary>
    public void FlushIfDue()
    {
        if (_isDue && Environment.TickCount64 >= _dueAt)
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _timer?.Dispose();
    }

    private void Await()
    {
        if (!_isDue)
        {
            _isDue = true;
            _dueAt = Environment.TickCount64 + (long)_pause.TotalMilliseconds;
            _timer ??= new Timer(_ => Flush());
            _timer.Change(_pause, Timeout.InfiniteTimeSpan);
        }
    }

    private IReadOnlyList<CellOutput> Take()
    {
        lock (_lock)
        {
            _isDue = false;
            var taken = _pending.Take();
            _pause = OutputLimit.Pause(_pending.IsBeyond ? int.MaxValue : taken.Sum(OutputBudget.Length));
            return taken;
        }
    }
}
