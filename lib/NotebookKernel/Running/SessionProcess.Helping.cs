using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookSession;

namespace NotebookKernel.Running;

/// <summary>Help with cells that are being written, and lines for cells that ask.</summary>
public sealed partial class SessionProcess
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _questions = new();
    private int _asked;

    /// <inheritdoc/>
    public event Action<InputRequest?>? InputWanted;

    /// <summary>How long help may take, before it is as good as none: the first on a busy machine takes long. Default 20 s.</summary>
    public TimeSpan HelpTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public void Answer(string? line) => Send(new SessionMessage.Answer(line));

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
    public async Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default) =>
        await AskAsync<CodeProblem[]>(HelpWanted.Problems, code, 0, stop).ConfigureAwait(false) ?? [];

    private async Task<T?> AskAsync<T>(HelpWanted wanted, string code, int position, CancellationToken stop)
        where T : class
    {
        var number = Interlocked.Increment(ref _asked);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions[number] = answer;
        Send(new SessionMessage.Ask(number, wanted, code, position));
        await Task.WhenAny(answer.Task, _reading, Task.Delay(HelpTimeout, stop)).ConfigureAwait(false);
        _questions.TryRemove(number, out _);
        return answer.Task.IsCompleted ? (await answer.Task.ConfigureAwait(false)).Deserialize<T>() : null;
    }

    private void Receive(int number, JsonNode? help)
    {
        if (_questions.TryRemove(number, out var answer))
        {
            answer.TrySetResult(help);
        }
    }

    private void Receive(InputRequest? input)
    {
        if (InputWanted is { } listeners)
        {
            listeners(input);
        }
        else if (input is not null)
        {
            Answer(null);
        }
    }
}
