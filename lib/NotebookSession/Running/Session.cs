using NotebookSession.Editing;
using NotebookSession.Errors;
using NotebookSession.InCell;
using NotebookSession.Showing;

namespace NotebookSession.Running;

/// <summary>A C# session in this process: cells run one after the other and see what earlier ones declared.</summary>
public sealed class Session : INotebookSession
{
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _helping = new(); // one question at a time: a cell may want the other core
    private readonly TaskCompletionSource<CellError> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SessionScope _state;
    private readonly ScriptRunner _scripts;
    private int _cells;

    /// <summary>Starts a session; nothing is loaded before the first cell.</summary>
    public Session(SessionOptions? options = null)
    {
        _state = new SessionScope(options ?? new SessionOptions());
        _scripts = new ScriptRunner(Options);
        Help = new CodeHelp(_scripts.Compiler);
        if (Options.SingleThread is not null)
        {
            Checkpoint.BeginWatching();
        }
    }

    /// <inheritdoc/>
    public event Action<InputRequest?>? InputWanted
    {
        add => _state.Input.Wanted += value;
        remove => _state.Input.Wanted -= value;
    }

    /// <summary>What the session was given.</summary>
    public SessionOptions Options => _state.Options;

    /// <summary>Help with a cell that is being written.</summary>
    public CodeHelp Help { get; }

    /// <inheritdoc/>
    public Task Ready => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<CellError> Ended => _ended.Task;

    /// <summary>Loads the compiler and runs a trivial cell unseen, so that the first real one comes at once.</summary>
    public Task WarmUpAsync() => Task.WhenAll(
        Task.Run(() => Mime.Bundle(2, Options)),
        RunAsync(new CellRequest("1 + 1", Counts: false), _ => { }));

    /// <inheritdoc/>
    public void Answer(string? line) => _state.Input.Answer(line);

    /// <inheritdoc/>
    public Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default) =>
        Task.Run(() => RunInTurnAsync(cell, show, stop), CancellationToken.None);

    /// <inheritdoc/>
    public Task<Completions> CompleteAsync(string code, int position, CancellationToken stop = default) =>
        AskAsync(() => Help.Complete(code, position), new Completions(position, position, []), stop);

    /// <inheritdoc/>
    public Task<string?> DescribeAsync(string code, int position, CancellationToken stop = default) =>
        AskAsync(() => Help.Describe(code, position), null, stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Signature>> SignaturesAsync(string code, int position, CancellationToken stop = default) =>
        AskAsync(() => Help.Signatures(code, position), [], stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NameReference>> ReferencesAsync(string notebook, int position, CancellationToken stop = default) =>
        AskAsync(() => Help.References(notebook, position), [], stop);

    /// <inheritdoc/>
    public Task<long?> MemoryAsync(CancellationToken stop = default) => // a browser doesn't tell what a process takes
        Task.FromResult<long?>(OperatingSystem.IsBrowser() ? GC.GetTotalMemory(forceFullCollection: false) : Environment.WorkingSet);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default) =>
        AskAsync(() => Help.Diagnose(code), [], stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        CellScope.Leave(_state);
        if (Options.SingleThread is not null && !_ended.Task.IsCompleted)
        {
            Checkpoint.EndWatching();
        }

        _scripts.Dispose();
        _turn.Dispose();
        _ended.TrySetResult(new CellError("SessionEnded", "the session has ended", ["the session has ended"]));
        return ValueTask.CompletedTask;
    }

    private Task<T> AskAsync<T>(Func<T> ask, T none, CancellationToken stop) => Task.Run(
        () =>
        {
            lock (_helping)
            {
                try
                {
                    return ask();
                }
                catch (Exception) // a fault of the compiler is no help
                {
                    return none;
                }
            }
        },
        CancellationToken.None);

    private async Task<CellResult> RunInTurnAsync(CellRequest request, Action<CellOutput> show, CancellationToken stop)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        var outputs = new CellOutputs(show, Options.Limit);
        using var abort = new CancellationTokenSource();
        var cell = new CellScope(_state, outputs, request.TakesInput, stop, abort.Token) { Name = SourceName.Cell(request.Counts ? ++_cells : _cells) };
        try
        {
            cell.Interlude = Options.SingleThread is { } thread ? new Interlude(thread, cell, abort) : null;
            using var stopping = stop.Register(() => abort.CancelAfter(cell.WatchesStop ? Options.GracePeriod : TimeSpan.Zero));
            CellConsole.Install();
            StrayExceptions.Install();
            cell.Enter();
            CurrentLine.Reset();
            _scripts.Begin(cell);
            await _scripts.RunAsync(request.Code, new Source(cell.Name, Options.WorkingDirectory, ShowsResult: true, []), cell).ConfigureAwait(false);
            return stop.IsCancellationRequested ? new CellResult.Stopped(StopErrors.ByItself) : new CellResult.Success();
        }
        catch (CellException failure)
        {
            return stop.IsCancellationRequested && failure.IsCancellation
                ? new CellResult.Stopped(StopErrors.Stopped)
                : new CellResult.Failed(Options.Limit.Cut(failure.Error));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new CellResult.Stopped(StopErrors.Stopped);
        }
        catch (TimeoutException) when (stop.IsCancellationRequested)
        {
            return new CellResult.Stopped(StopErrors.StillRunning);
        }
        finally
        {
            await cell.Asking.WaitAsync(_moment, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            outputs.Flush();
            _turn.Release();
        }
    }
}
