namespace NotebookSession.Showing;

/// <summary>The lines that cells ask the user for.</summary>
internal sealed class InputLines
{
    private volatile TaskCompletionSource<string?>? _waiting;

    /// <summary>Raised when a cell waits for a line; null when it waits no longer.</summary>
    public event Action<InputRequest?>? Wanted;

    /// <summary>Gives the waiting cell its line; null ends its input.</summary>
    public void Answer(string? line) => _waiting?.TrySetResult(line);

    /// <summary>Asks, and waits for the answer; null if nobody is there who could give one.</summary>
    /// <param name="wanted">What to ask.</param>
    /// <param name="wait">Waits until the task has ended; throws if the cell is stopped before.</param>
    public string? Read(InputRequest wanted, Action<Task> wait)
    {
        if (Wanted is not { } ask)
        {
            return null;
        }

        var line = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting = line;
        ask(wanted);
        try
        {
            wait(line.Task);
            return line.Task.Result;
        }
        finally
        {
            _waiting = null;
            ask(null);
        }
    }
}
