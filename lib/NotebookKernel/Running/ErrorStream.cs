using System.Text;

namespace NotebookKernel.Running;

/// <summary>
/// What a session's process writes to its error stream: native code's and programs' text, which is the cell's, and at last, if the
/// process dies, the runtime's words about it. Those are kept; should the process live on, they were some program's, and are told late.
/// </summary>
internal sealed class ErrorStream(Action<string> show)
{
    // What the runtime says can be as long as the stack was deep; its beginning tells why, its end who began.
    private const int _longest = 65_536;
    private static readonly string[] _lastWords = ["Stack overflow.", "Fatal error.", "Out of memory.", "Process terminated.", "Unhandled exception."];
    private static readonly TimeSpan _dying = TimeSpan.FromSeconds(3);

    private readonly StringBuilder _kept = new();
    private readonly Lock _lock = new();
    private bool _isHolding, _hasEnded;

    /// <summary>Reads to the end.</summary>
    /// <returns>What was said last.</returns>
    public async Task<string> ReadAsync(TextReader errors)
    {
        var buffer = new char[4096];
        while (await errors.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
        {
            Take(new string(buffer, 0, count));
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
                if (_kept.Length > 3 * _longest)
                {
                    _kept.Remove(_longest, _kept.Length - (2 * _longest));
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
            show(text);
        }
    }
}
