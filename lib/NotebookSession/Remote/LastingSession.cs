
namespace NotebookSession.Remote;

/// <summary>
/// A session in whose place another starts when it has ended by itself: the cell that took it along, or came to find it dead, says
/// so, and the next one runs, without the variables.
/// </summary>
public sealed class LastingSession : INotebookSession
{
    private readonly Func<INotebookSession> _start;
    private readonly TaskCompletionSource<CellError> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private INotebookSession _session;
    private bool _isDisposed;

    /// <summary>Starts the first.</summary>
    /// <param name="start">Starts a session.</param>
    public LastingSession(Func<INotebookSession> start)
    {
        _start = start;
        _session = Start();
    }

    /// <inheritdoc/>
    public event Action<InputRequest?>? InputWanted;

    /// <inheritdoc/>
    public Task Ready => _session.Ready;

    /// <summary>Completes when this is disposed.</summary>
    public Task<CellError> Ended => _ended.Task;

    /// <inheritdoc/>
    public void Answer(string? line) => _session.Answer(line);

    /// <inheritdoc/>
    public async Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default)
    {
        var session = _session;
        var result = await session.RunAsync(cell, show, stop).ConfigureAwait(false);
        if (result is CellResult.Died)
        {
            await ReplaceAsync(session).ConfigureAwait(false);
        }

        return result;
    }

    /// <inheritdoc/>
    public Task<Completions> CompleteAsync(string code, int position, CancellationToken stop = default) => _session.CompleteAsync(code, position, stop);

    /// <inheritdoc/>
    public Task<string?> DescribeAsync(string code, int position, CancellationToken stop = default) => _session.DescribeAsync(code, position, stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Signature>> SignaturesAsync(string code, int position, CancellationToken stop = default) =>
        _session.SignaturesAsync(code, position, stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NameReference>> ReferencesAsync(string notebook, int position, CancellationToken stop = default) =>
        _session.ReferencesAsync(notebook, position, stop);

    /// <inheritdoc/>
    public Task<long?> MemoryAsync(CancellationToken stop = default) => _session.MemoryAsync(stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default) => _session.DiagnoseAsync(code, stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        INotebookSession last;
        lock (_lock)
        {
            _isDisposed = true;
            last = _session;
        }

        await last.DisposeAsync().ConfigureAwait(false);
        _ended.TrySetResult(await last.Ended.ConfigureAwait(false));
    }

    private INotebookSession Start()
    {
        var session = _start();
        session.InputWanted += wanted => InputWanted?.Invoke(wanted);
        return session;
    }

    private async Task ReplaceAsync(INotebookSession dead)
    {
        lock (_lock)
        {
            if (_isDisposed || _session != dead)
            {
                return;
            }

            _session = Start();
        }

        await dead.DisposeAsync().ConfigureAwait(false);
    }
}
