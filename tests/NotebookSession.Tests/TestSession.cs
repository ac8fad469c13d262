using NotebookKernel.Packages;
using NotebookSession.Running;

namespace NotebookSession.Tests;

/// <summary>A session in a test: runs cells and remembers what they showed.</summary>
public sealed class TestSession : IAsyncDisposable
{
    public TestSession(SessionOptions? options = null) => Session = new Session(options ?? new SessionOptions { Packages = new NuGetRestore() });

    public Session Session { get; }

    public Task<Ran> RunAsync(string code) =>
        RunUntilAsync(code, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);

    /// <summary>Stops the cell a moment after it has begun to run.</summary>
    public async Task<Ran> RunAndStopAsync(string code, int milliseconds = 200)
    {
        using var stop = new CancellationTokenSource();
        return await RunUntilAsync($"display(\"running\");{code}", stop.Token, () => stop.CancelAfter(milliseconds))
            .WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    private async Task<Ran> RunUntilAsync(string code, CancellationToken stop, Action? running = null)
    {
        var outputs = new List<CellOutput>();
        var result = await Session.RunAsync(code, output =>
        {
            lock (outputs)
            {
                outputs.Add(output);
            }

            running?.Invoke();
            running = null;
        }, stop);
        return new Ran(result, outputs);
    }
}

/// <summary>What became of one cell.</summary>
public sealed record Ran(CellResult Result, List<CellOutput> Outputs)
{
    public IReadOnlyList<CellOutput> Shown
    {
        get
        {
            lock (Outputs)
            {
                return [.. Outputs];
            }
        }
    }

    public string? Value => Shown.OfType<CellOutput.ExecuteResult>().SingleOrDefault()?.Data["text/plain"].ToString();

    public string Displayed => Assert.Single(Shown.OfType<CellOutput.DisplayData>()).Data["text/plain"].ToString();

    public string Stdout => Text("stdout");

    public string Stderr => Text("stderr");

    public CellError Error => Assert.IsType<CellResult.Failed>(Result).Error;

    public string Traceback => string.Join('\n', Error.Traceback);

    public Ran Succeeded()
    {
        Assert.True(Result is CellResult.Success, Result is CellResult.Failed { Error: var error } ? string.Join('\n', error.Traceback) : $"{Result}");
        return this;
    }

    private string Text(string name) =>
        string.Concat(Shown.OfType<CellOutput.Stream>().Where(stream => stream.Name == name).Select(stream => stream.Text));
}
