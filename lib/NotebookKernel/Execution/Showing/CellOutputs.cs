using System.Text;

namespace NotebookKernel.Execution.Showing;

/// <summary>
/// The outputs of one cell, one at a time and in order, whichever thread they come from. Console text is gathered for
/// a moment, so that ten thousand lines are not ten thousand outputs.
/// </summary>
internal sealed class CellOutputs(Action<CellOutput> show, int longestStream) : IDisposable
{
    private const int _gatheredLength = 16_384;
    private static readonly TimeSpan _gatheringTime = TimeSpan.FromMilliseconds(40);

    private readonly Lock _lock = new();
    private readonly StringBuilder _gathered = new();
    private Timer? _timer;
    private string _stream = "stdout";
    private int _length;

    /// <summary>Shows an output after everything written so far.</summary>
    public void Show(CellOutput output) => Exclusively(() =>
    {
        SendGathered();
        show(output);
    });

    /// <summary>Adds console text.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        var copy = text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal); // what Environment.NewLine is on Windows
        Exclusively(() => Gather(stream, copy));
    }

    /// <summary>Wakes a thread that waits, unless it is showing an output just now: whoever receives that stays whole.</summary>
    public void Interrupt(Thread thread)
    {
        if (_lock.TryEnter())
        {
            try
            {
                if (thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                {
                    thread.Interrupt();
                }
            }
            finally
            {
                _lock.Exit();
            }
        }
    }

    /// <summary>Shows what is gathered.</summary>
    public void Flush() => Exclusively(SendGathered);

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _timer?.Dispose();
    }

    private void Gather(string stream, string text)
    {
        if (stream != _stream)
        {
            SendGathered();
            _stream = stream;
        }

        var room = longestStream - _length;
        _length += Math.Min(text.Length, int.MaxValue - _length);
        if (room <= 0)
        {
            return;
        }

        var isFirst = _gathered.Length == 0;
        _gathered.Append(text.AsSpan(0, Math.Min(text.Length, room)));
        if (text.Length >= room)
        {
            _gathered.Append(FormattableString.Invariant(
                $"\n… {longestStream:N0} characters: the rest of this cell's text is not shown.\n"));
        }

        if (_gathered.Length > _gatheredLength)
        {
            SendGathered();
        }
        else if (isFirst)
        {
            _timer ??= new Timer(_ => Flush());
            _timer.Change(_gatheringTime, Timeout.InfiniteTimeSpan);
        }
    }

    private void SendGathered()
    {
        if (_gathered.Length > 0)
        {
            var text = _gathered.ToString();
            _gathered.Clear();
            show(new CellOutput.Stream(_stream, text));
        }
    }

    private void Exclusively(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }
}
