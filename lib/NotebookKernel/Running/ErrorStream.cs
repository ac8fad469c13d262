using System.Text;

namespace NotebookKernel.Running;

/// <summary>
/// What a session's process writes to its error stream: native code's and programs' text, which is the cell's, and at last, if the
/// process dies, the runtime's words about it. Those are kept; should the process live on, they were some program's, and are told late.
/// The session marks the end of each cell in it.
/// </summary>
internal sealed class ErrorStream : IDisposable
{
    /// <summary>What a session writes there at the end of a cell: the record separator.</summary>
    public const char Mark = '\x1e';

    // What the runtime says can be as long as the stack was deep; its beginning tells why, its end who began.
    private const int Longest = 65_536;
    private static readonly string[] _lastWords = ["Stack overflow.", "Fatal error.", "Out of memory.", "Process terminated.", "Unhandled exception."];
    private static readonly TimeSpan _dying = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(200);

    private readonly StringBuilder _kept = new();
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _marks = new(0);
    private readonly Action<string> _show;
    private bool _isHolding, _hasEnded;

    /// <summary>Begins to read.</summary>
    /// <param name="errors">The stream.</param>
    /// <param name="show">Takes the cell's text.</param>
    public ErrorStream(TextReader errors, Action<string> show)
    {
        _show = show;
        LastWords = Task.Run(() => ReadAsync(errors));
    }

    /// <summary>Completes at the stream's end, with what was said last.</summary>
    public Task<string> LastWords { get; }

    /// <summary>A cell has ended: waits, for a moment at most, until what it has written there has been shown.</summary>
    public Task SettleAsync() => _marks.WaitAsync(_settling);

    /// <inheritdoc/>
    public void Dispose() => _marks.Dispose();

    private async Task<string> ReadAsync(TextReader errors)
    {
        var buffer = new char[4096];
        while (await errors.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
        {
            var text = new string(buffer, 0, count);
            Take(text.Replace($"{Mark}", "", StringComparison.Ordinal));
            if (text.Count(letter => letter == Mark) is > 0 and var marks)
            {
                _marks.Release(marks);
            }
        }

        lock (_lock)
        {
            _hasEnded = true;
            return _kept.ToString();
        }
    }

    private void Take(string text)
    {
        lock (_lock)
        {
            if (!_isHolding && _lastWords.Select(words => text.IndexOf(words, StringComparison.Ordinal)).Where(at => at >= 0).Order().ToList() is [var start, ..])
            {
                Show(text[..start]);
                text = text[start..];
                _isHolding = true;
                _ = Task.Delay(_dying).ContinueWith(_ => Release(), TaskScheduler.Default);
            }

            if (_isHolding)
            {
                _kept.Append(text);
                if (_kept.Length > 3 * Longest)
                {
                    _kept.Remove(Longest, _kept.Length - (2 * Longest));
                }
            }
            else
            {
                Show(text);
            }
        }
    }

    private void Release()
    {
        lock (_lock)
        {
            if (!_hasEnded)
            {
                Show(_kept.ToString());
                _kept.Clear();
                _isHolding = false;
            }
        }
    }

    private void Show(string text)
    {
        if (text.Length > 0)
        {
            _show(text);
        }
    }
}
