using System.Threading.Channels;
using NotebookSession;

namespace Course.Tests.Live;

/// <summary>
/// A session of few words, a line each: <c>print x</c>, <c>show id x</c>, <c>update id x</c>, <c>clear</c>, <c>fail x</c>, <c>wait</c> (until
/// stopped, or <see cref="Go"/>), <c>ask prompt</c> (prints the answer), <c>die</c>. Other lines do nothing.
/// </summary>
internal sealed class ScriptedSession : INotebookSession
{
    private readonly TaskCompletionSource<CellError> _ended = new();
    private readonly Channel<string?> _answers = Channel.CreateUnbounded<string?>();
    private readonly SemaphoreSlim _go = new(0);

    public event Action<InputRequest?>? InputWanted;

    public Task Ready => Task.CompletedTask;

    public Task<CellError> Ended => _ended.Task;

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<CodeProblem> Problems { get; set; } = [];

    public async Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default)
    {
        foreach (var line in cell.Code.Split('\n'))
        {
            var words = line.Split(' ', 3);
            switch (words[0])
            {
                case "print":
                    show(new CellOutput.Stream("stdout", line[6..] + "\n"));
                    break;
                case "show":
                    show(new CellOutput.DisplayData(new() { ["text/plain"] = words[2] }, words[1]));
                    break;
                case "update":
                    show(new CellOutput.UpdateDisplayData(new() { ["text/plain"] = words[2] }, words[1]));
                    break;
                case "html":
                    show(new CellOutput.DisplayData(new() { ["text/html"] = line[5..], ["text/plain"] = "text" }));
                    break;
                case "clear":
                    show(new CellOutput.ClearOutput(Wait: false));
                    break;
                case "fail":
                    return new CellResult.Failed(Error("Exception", line));
                case "wait" when !await GoesOnAsync(stop):
                    return new CellResult.Stopped(Error("Stopped", "stopped"));
                case "ask":
                    InputWanted?.Invoke(new InputRequest(line[4..]));
                    var answer = await _answers.Reader.ReadAsync(CancellationToken.None);
                    InputWanted?.Invoke(null);
                    show(new CellOutput.Stream("stdout", $"{answer}\n"));
                    break;
                case "die":
                    Die("out of luck");
                    return new CellResult.Died(await Ended);
            }
        }

        return new CellResult.Success();
    }

    public void Go() => _go.Release();

    public void Die(string why) => _ended.TrySetResult(Error("Died", why));

    public void Answer(string? line) => _answers.Writer.TryWrite(line);

    public Task<Completions> CompleteAsync(string code, int position, CancellationToken stop = default) =>
        Task.FromResult(new Completions(0, position, [new CompletionItem("word", "keyword", "", "")]));

    public Task<string?> DescribeAsync(string code, int position, CancellationToken stop = default) => Task.FromResult<string?>("words");

    public Task<IReadOnlyList<Signature>> SignaturesAsync(string code, int position, CancellationToken stop = default) =>
        Task.FromResult<IReadOnlyList<Signature>>([new Signature("F(int n)", "", [new SignatureParameter("int n", "")], 0)]);

    public Task<IReadOnlyList<NameReference>> ReferencesAsync(string notebook, int position, CancellationToken stop = default) =>
        Task.FromResult<IReadOnlyList<NameReference>>([]);

    public Task<long?> MemoryAsync(CancellationToken stop = default) => Task.FromResult<long?>(null);

    public Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default) => Task.FromResult(Problems);

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        Die("disposed");
        return ValueTask.CompletedTask;
    }

    private static CellError Error(string name, string message) => new(name, message, [$"{name}: {message}"]);

    private async Task<bool> GoesOnAsync(CancellationToken stop)
    {
        try
        {
            await _go.WaitAsync(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
