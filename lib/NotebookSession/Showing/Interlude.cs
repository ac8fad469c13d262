using System.Diagnostics;
using NotebookSession.Hosting;

namespace NotebookSession.Showing;

/// <summary>
/// What a cell does at its checkpoints where there is one thread only: it shows what it has written, and takes in what has come, which
/// may ask it to stop.
/// </summary>
/// <param name="thread">Takes in.</param>
/// <param name="cell">The cell.</param>
/// <param name="abort">Makes the cell stop.</param>
internal sealed class Interlude(ISingleThread thread, CellScope cell, CancellationTokenSource abort)
{
    private const int MostPasses = 1 << 16;
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(5), _pause = TimeSpan.FromMilliseconds(200), _patience = TimeSpan.FromSeconds(10);

    private int _passes = 1, _left = 1; // until the clock is looked at again, which costs more than a short loop
    private long _looked, _received, _asked; // 0: not yet
    private bool _isDeaf;

    /// <summary>At a checkpoint.</summary>
    public void Pass()
    {
        if (--_left > 0)
        {
            return;
        }

        if (_looked == 0)
        {
            _looked = _received = Stopwatch.GetTimestamp(); // it begins to run
        }

        var since = Stopwatch.GetElapsedTime(_looked);
        _passes = since < _tick ? Math.Min(2 * _passes, MostPasses) : since > 2 * _tick ? Math.Max(_passes / 4, 1) : _passes;
        (_left, _looked) = (_passes, Stopwatch.GetTimestamp());
        cell.Outputs.FlushIfDue();
        if (!_isDeaf && Stopwatch.GetElapsedTime(_received) > _pause)
        {
            Receive(TimeSpan.Zero);
        }
    }

    /// <summary>Asks the user for a line.</summary>
    /// <exception cref="InvalidOperationException">No answer could come.</exception>
    public string? ReadLine(InputRequest wanted)
    {
        cell.Outputs.Flush();
        return cell.Session.Input.Read(wanted, line =>
        {
            while (!line.IsCompleted)
            {
                Receive(_patience);
                cell.Abort.ThrowIfCancellationRequested();
                if (_isDeaf)
                {
                    throw new InvalidOperationException("This cell asks for input, and where it runs, a browser without service workers, none can come. "
                        + "Write the text into the cell instead, as a variable.");
                }
            }
        });
    }

    private void Receive(TimeSpan wait)
    {
        _isDeaf = !thread.Receive(wait);
        _received = Stopwatch.GetTimestamp();
        if (cell.IsAskedToStop)
        {
            _asked = _asked == 0 ? _received : _asked;
            if (!cell.WatchesStop || Stopwatch.GetElapsedTime(_asked) > cell.Session.Options.GracePeriod)
            {
                abort.Cancel();
            }
        }
    }
}
