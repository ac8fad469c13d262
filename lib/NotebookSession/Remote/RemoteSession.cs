using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookSession.Remote;

/// <summary>
/// A session that runs elsewhere, so that what ends it ends nothing else, and what cannot be stopped can be ended. The other side is
/// a <see cref="SessionService"/>.
/// </summary>
/// <param name="grace">How long a cell may take to stop when asked, before its session is ended.</param>
public abstract class RemoteSession(TimeSpan grace) : INotebookSession
{
    private readonly ConcurrentDictionary<int, (Action<CellOutput> Show, TaskCompletionSource<CellResult> Result)> _cells = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _questions = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent, _asked;

    /// <inheritdoc/>
    public event Action<InputRequest?>? InputWanted;

    /// <inheritdoc/>
    public Task Ready => Task.WhenAny(_ready.Task, Gone); // or dead, which the first cell will tell

    /// <inheritdoc/>
    public abstract Task<CellError> Ended { get; }

    /// <summary>How long help may take, before it is as good as none: the first on a busy machine takes long. Default 20 s.</summary>
    public TimeSpan HelpTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Completes when nothing comes from the other side any more.</summary>
    protected abstract Task Gone { get; }

    /// <inheritdoc/>
    public void Answer(string? line) => Send(new SessionMessage.Answer(line));

    /// <inheritdoc/>
    public virtual async Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default)
    {
        if (!Gone.IsCompleted)
        {
            var number = Interlocked.Increment(ref _sent) - 1;
            var result = new TaskCompletionSource<CellResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            _cells[number] = (show, result);
            Send(new SessionMessage.Execute(number, cell));
            using var asked = stop.Register(() => _ = StopAsync(result.Task));
            await Task.WhenAny(result.Task, Gone).ConfigureAwait(false);
            if (result.Task.IsCompleted)
            {
                return await result.Task.ConfigureAwait(false);
            }
        }

        return new CellResult.Died(await Ended.ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<Completions> CompleteAsync(string code, int position, CancellationToken stop = default) =>
        await AskAsync<Completions>(HelpWanted.Completions, code, position, stop).ConfigureAwait(false)
        ?? new Completions(position, position, []);

    /// <inheritdoc/>
    public Task<string?> DescribeAsync(string code, int position, CancellationToken stop = default) =>
        AskAsync<string>(HelpWanted.Description, code, position, stop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Signature>> SignaturesAsync(string code, int position, CancellationToken stop = default) =>
        await AskAsync<Signature[]>(HelpWanted.Signatures, code, position, stop).ConfigureAwait(false) ?? [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NameReference>> ReferencesAsync(string notebook, int position, CancellationToken stop = default) =>
        await AskAsync<NameReference[]>(HelpWanted.References, notebook, position, stop).ConfigureAwait(false) ?? [];

    /// <inheritdoc/>
    public async Task<long?> MemoryAsync(CancellationToken stop = default) =>
        (await AskAsync<JsonValue>(HelpWanted.Memory, "", 0, stop).ConfigureAwait(false))?.GetValue<long>();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default) =>
        await AskAsync<CodeProblem[]>(HelpWanted.Problems, code, 0, stop).ConfigureAwait(false) ?? [];

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Sends a message to the other side; if that is gone, it does nothing.</summary>
    protected abstract void Send(SessionMessage message);

    /// <summary>Ends the other side by force.</summary>
    protected abstract void End();

    /// <summary>Takes a message of the other side; null is ignored.</summary>
    protected void Receive(SessionMessage? message)
    {
        switch (message)
        {
            case SessionMessage.Ready:
                _ready.TrySetResult();
                break;
            case SessionMessage.Show(var number, var output) when _cells.TryGetValue(number, out var cell):
                cell.Show(output);
                break;
            case SessionMessage.Result(var number, var how) when _cells.TryGetValue(number, out var cell):
                cell.Result.TrySetResult(how);
                break;
            case SessionMessage.Helped(var number, var help) when _questions.TryRemove(number, out var answer):
                answer.TrySetResult(help);
                break;
            case SessionMessage.Want(var input) when InputWanted is { } listeners:
                listeners(input);
                break;
            case SessionMessage.Want(not null):
                Answer(null);
                break;
        }
    }

    private async Task StopAsync(Task<CellResult> result)
    {
        Send(new SessionMessage.Interrupt());
        await Task.WhenAny(result, Gone, Task.Delay(grace)).ConfigureAwait(false);
        if (!result.IsCompleted && !Gone.IsCompleted)
        {
            End();
        }
    }

    private async Task<T?> AskAsync<T>(HelpWanted wanted, string code, int position, CancellationToken stop)
        where T : class
    {
        var number = Interlocked.Increment(ref _asked);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions[number] = answer;
        Send(new SessionMessage.Ask(number, wanted, code, position));
        await Task.WhenAny(answer.Task, Gone, Task.Delay(HelpTimeout, stop)).ConfigureAwait(false);
        _questions.TryRemove(number, out _);
        return answer.Task.IsCompleted ? (await answer.Task.ConfigureAwait(false)).Deserialize<T>() : null;
    }
}
