using NotebookKernel.Execution.Compiling;
using NotebookKernel.Execution.Directives;
using NotebookKernel.Execution.Editing;
using NotebookKernel.Execution.InCell;
using NotebookKernel.Execution.Running;
using NotebookKernel.Execution.Showing;

namespace NotebookKernel.Execution;

/// <summary>
/// A C# session in this process: cells run one after the other and see what earlier ones declared.
/// <code>
///   cell ─▶ CellParts (directives, languages) ─▶ ScriptCompiler ─▶ Stoppable ─▶ CellOutputs ─▶ show
/// </code>
/// </summary>
public sealed class Session : ICellRunner
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SubmissionChain _chain = new();
    private readonly MemoryReserve _reserve = new();
    private readonly Libraries _libraries = new();
    private readonly ScriptCompiler _compiler;
    private readonly DirectiveTable _directives;
    private volatile CellOutputs? _outputs; // of the latest cell
    private int _cells;
    private int _displays;

    /// <summary>Starts a session; nothing is loaded before the first cell.</summary>
    public Session(SessionOptions? options = null)
    {
        Options = options ?? new SessionOptions();
        _compiler = new ScriptCompiler(_libraries, _chain);
        Help = new CodeHelp(_compiler);
        _directives = new DirectiveTable(this, _libraries, _chain, _compiler);
    }

    /// <summary>What the session was given.</summary>
    public SessionOptions Options { get; }

    /// <summary>Help with a cell that is being written.</summary>
    public CodeHelp Help { get; }

    /// <summary>Loads the compiler and runs a trivial cell unseen, so that the first real one comes at once.</summary>
    public Task WarmUpAsync() => Task.WhenAll(
        Task.Run(() => Mime.Bundle(2, Options)),
        RunAsync("1 + 1", _ => { }, count: false, CancellationToken.None));

    /// <inheritdoc/>
    public Task<CellResult> RunAsync(string code, Action<CellOutput> show, CancellationToken stop = default) =>
        RunAsync(code, show, count: true, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        CellScope.Leave(this);
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Shows what native code, or a program that a cell has started, has written to a stream, below the cell that runs or ran last.</summary>
    public void ShowNative(string stream, string text) => _outputs?.Write(stream, text);

    /// <summary>The cultures and AsyncLocals that the last cell ended with.</summary>
    internal ExecutionContext? Context { get; set; }

    internal string NextDisplayId() => $"display-{Interlocked.Increment(ref _displays)}";

    /// <summary>Runs a text in this session as part of the current cell.</summary>
    /// <exception cref="CellException">It failed; the error names place and cause.</exception>
    internal async Task RunAsync(string code, Source source, CellScope cell)
    {
        cell.Sources[source.Name] = code;
        var parts = CellParts.Split(code);
        foreach (var directive in parts.SelectMany(part => part.Directives))
        {
            _directives.RequireKnown(directive);
        }

        foreach (var part in parts)
        {
            var isLast = ReferenceEquals(part, parts[^1]);
            await using var around = await _directives.ApplyAsync(part.Directives, source, cell).ConfigureAwait(false);
            if (part.Language != CellLanguage.CSharp)
            {
                cell.Outputs.Show(new CellOutput.DisplayData(Mime.Text(part.Language, part.Text)));
            }
            else if (!string.IsNullOrWhiteSpace(part.Text))
            {
                await RunCSharpAsync(part.Text, source, cell, isLast).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Runs a cell that counts, or one that leaves the numbers of cells alone.</summary>
    internal Task<CellResult> RunAsync(string code, Action<CellOutput> show, bool count, CancellationToken stop) =>
        Task.Run(() => RunInTurnAsync(code, show, count, stop), CancellationToken.None);

    private async Task<CellResult> RunInTurnAsync(string code, Action<CellOutput> show, bool count, CancellationToken stop)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        var outputs = _outputs = new CellOutputs(show, Options.Limit);
        using var abort = new CancellationTokenSource();
        try
        {
            var cell = new CellScope(this, outputs, stop, abort.Token);
            using var stopping = stop.Register(() => abort.CancelAfter(cell.WatchesStop ? Options.GracePeriod : TimeSpan.Zero));
            CellConsole.Install();
            StrayExceptions.Install();
            cell.Enter();
            CurrentLine.Reset();
            _reserve.Hold();
            foreach (var line in _libraries.BuiltSince())
            {
                outputs.Write("stderr", line);
            }

            var name = SourceName.Cell(count ? ++_cells : _cells);
            await RunAsync(code, new Source(name, Options.WorkingDirectory, ShowsResult: true, []), cell).ConfigureAwait(false);
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
            await Options.Settle().ConfigureAwait(false);
            outputs.Flush();
            _turn.Release();
        }
    }

    private async Task RunCSharpAsync(string code, Source source, CellScope cell, bool isLast)
    {
        var submission = _compiler.Compile(code, source.Name, cell.Abort);
        foreach (var warning in submission.Warnings)
        {
            cell.Outputs.Write("stderr", warning);
        }

        var instances = _chain.Add(submission);
        try
        {
            await Stoppable.RunAsync(RunAndShowAsync, cell).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not TimeoutException || !cell.Abort.IsCancellationRequested)
        {
            if (error is OutOfMemoryException)
            {
                _reserve.Release();
            }

            throw new CellException(RuntimeErrors.Report(error, SourceName.Cell(_cells), cell.LineOf)) { IsCancellation = error is OperationCanceledException };
        }

        async Task RunAndShowAsync()
        {
            if (Context is { } lasting)
            {
                ExecutionContext.Restore(lasting);
                cell.Enter();
            }

            var value = await submission.Entry(instances);
            if (source.ShowsResult && value is not InCell.DisplayedValue && (value is not null || submission.HasValue()))
            {
                var bundle = Mime.Bundle(value, Options);
                cell.Outputs.Show(isLast && source.Loading is [] ? new CellOutput.ExecuteResult(bundle) : new CellOutput.DisplayData(bundle));
            }
        }
    }
}
