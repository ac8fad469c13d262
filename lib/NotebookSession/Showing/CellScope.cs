using NotebookSession.Errors;

namespace NotebookSession.Showing;

/// <summary>
/// The cell that the current code belongs to. It flows into tasks, threads and timers that the cell starts, so that
/// what they write after the cell ended still counts as its output.
/// </summary>
/// <param name="session">Whose cell it is.</param>
/// <param name="outputs">Where its outputs go.</param>
/// <param name="takesInput">Whether it may ask for lines.</param>
/// <param name="stop">Asks the cell to stop.</param>
/// <param name="abort">Makes it stop.</param>
internal sealed class CellScope(SessionScope session, CellOutputs outputs, bool takesInput, CancellationToken stop, CancellationToken abort)
{
    private static readonly AsyncLocal<CellScope?> _flowing = new();
    private static CellScope? _latest;

    /// <summary>The cell this code was started by; code that hides its origin counts as the cell that runs, or ran last.</summary>
    public static CellScope? Current => _flowing.Value ?? Volatile.Read(ref _latest);

    /// <summary>What errors call the cell.</summary>
    public required string Name { get; init; }

    public SessionScope Session { get; } = session;

    public CellOutputs Outputs { get; } = outputs;

    public CancellationToken Abort { get; } = abort;

    /// <summary>What happens at its checkpoints where there is no other thread for it.</summary>
    public Interlude? Interlude { get; set; }

    /// <summary>The text of the cell and of the files it loads, by name.</summary>
    public Dictionary<string, string> Sources { get; } = [];

    /// <summary>Ends when the front end has heard that the cell waits for no line any longer.</summary>
    public Task Asking { get; private set; } = Task.CompletedTask;

    /// <summary>Whether the cell has asked for <see cref="Stop"/>, and so may end by itself.</summary>
    public bool WatchesStop { get; private set; }

    /// <summary>Whether it has been asked to.</summary>
    public bool IsAskedToStop => stop.IsCancellationRequested;

    /// <summary>Canceled when the cell should stop.</summary>
    public CancellationToken Stop
    {
        get
        {
            WatchesStop = true;
            return stop;
        }
    }

    /// <summary>Makes this the cell that the code from here on belongs to.</summary>
    public void Enter() => _flowing.Value = _latest = this;

    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public void PassCheckpoint()
    {
        Interlude?.Pass();
        Abort.ThrowIfCancellationRequested();
    }

    /// <summary>
    /// Asks the user for a line, after all that was written before. The asking is another thread's work, so that a stop strikes the
    /// cell's thread only while it waits here.
    /// </summary>
    /// <exception cref="InvalidOperationException">The cell may not ask.</exception>
    public string? ReadLine(InputRequest wanted)
    {
        if (!takesInput)
        {
            throw new InvalidOperationException("This cell asks for input, and the front end that runs it allows none.");
        }

        if (Interlude is not null)
        {
            return Interlude.ReadLine(wanted);
        }

        var line = Task.Factory.StartNew(
            () =>
            {
                Outputs.Flush();
                return Session.Input.Read(wanted, line => line.Wait(Abort));
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Asking = line;
        Task.WaitAny([line], Abort);
        return line.GetAwaiter().GetResult();
    }

    /// <summary>The session is gone: what its code still writes goes to the real console.</summary>
    public static void Leave(SessionScope session)
    {
        if (Volatile.Read(ref _latest) is { } latest && latest.Session == session)
        {
            Interlocked.CompareExchange(ref _latest, null, latest);
        }
    }

    /// <summary>A line of the cell or of a file it loaded, or null.</summary>
    public string? LineOf(string source, int line) =>
        Sources.TryGetValue(source, out var text) ? text.Split('\n').ElementAtOrDefault(line - 1) : null;

    /// <summary>Tells of an exception that nobody awaits.</summary>
    public void ShowUnobserved(Exception error) => Outputs.Write("stderr",
        string.Join('\n', RuntimeErrors.Report(error, "", LineOf).Traceback) + "\n");
}
