using NotebookKernel.Execution;

namespace NotebookKernel.Tests.Running;

/// <summary>A session of few words: <c>print x</c>, <c>fail x</c>, <c>wait</c> (until stopped), <c>hang</c> (never stops).</summary>
internal sealed class ScriptedSession : ICellRunner
{
    public List<string> Ran { get; } = [];

    public async Task<CellResult> RunAsync(string code, Action<CellOutput> show, CancellationToken stop = default)
    {
        Ran.Add(code);
        var (verb, text) = code.Split(' ', 2) is [var v, var t] ? (v, t) : (code, "");
        switch (verb)
        {
            case "print":
                show(new CellOutput.Stream("stdout", text));
                return new CellResult.Success();
            case "fail":
                return new CellResult.Failed(new CellError("Exception", text, [$"Exception: {text}"]));
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

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
