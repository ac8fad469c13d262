using NotebookSession.Running;

namespace NotebookSession.Tests.Notebooks;

/// <summary>A session of few words: <c>print x</c>, <c>fail x</c>, <c>ask x</c> (prints the answer), <c>wait</c> (until stopped), <c>hang</c> (never stops).</summary>
internal sealed class ScriptedSession : INotebookSession
{
    private readonly Session _real = new(); // helps, and asks

    public List<string> Ran { get; } = [];

    public event Action<InputRequest?>? InputWanted
    {
        add => _real.InputWanted += value;
        remove => _real.InputWanted -= value;
    }

    public Task Ready => _real.Ready;

    public Task<CellError> Ended => _real.Ended;

    public async Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default)
    {
        var code = cell.Code;
        Ran.Add(code);
        var (verb, text) = code.Split(' ', 2) is [var v, var t] ? (v, t) : (code, "");
        switch (verb)
        {
            case "print":
                show(new CellOutput.Stream("stdout", text));
                return new CellResult.Success();
            case "fail":
                return new CellResult.Failed(new CellError("Exception", text, [$"Exception: {text}"]));
            case "ask":
                return await _real.RunAsync($"Console.Write(password(\"{text}\"))", show, stop);
            case "throw":
                throw new InvalidOperationException(text);
            case "wait":
                show(new CellOutput.Stream("stdout", "waiting"));
                await Task.Delay(-1, stop).ContinueWith(_ => { }, TaskScheduler.Default);
                return new CellResult.Stopped(new CellError("Stopped", "stopped", ["stopped"]));
            default:
                await Task.Delay(-1, CancellationToken.None);
                return new CellResult.Success();
        }
    }

    public void Answer(string? line) => _real.Answer(line);

    public Task<Completions> CompleteAsync(string code, int position, CancellationToken stop = default) => _real.CompleteAsync(code, position, stop);

    public Task<string?> DescribeAsync(string code, int position, CancellationToken stop = default) => _real.DescribeAsync(code, position, stop);

    public Task<IReadOnlyList<Signature>> SignaturesAsync(string code, int position, CancellationToken stop = default) =>
        _real.SignaturesAsync(code, position, stop);

    public Task<IReadOnlyList<NameReference>> ReferencesAsync(string notebook, int position, CancellationToken stop = default) =>
        _real.ReferencesAsync(notebook, position, stop);

    public Task<long?> MemoryAsync(CancellationToken stop = default) => _real.MemoryAsync(stop);

    public Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default) => _real.DiagnoseAsync(code, stop);

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}
