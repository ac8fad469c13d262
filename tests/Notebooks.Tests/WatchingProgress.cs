using NotebookSession;
using NotebookSession.Running;

namespace Notebooks.Tests;

/// <summary>The bar that setup.csx gives to loops, in the kernel: what it shows last is what was done.</summary>
public sealed class WatchingProgress : IAsyncDisposable
{
    private readonly Session _session = new(new SessionOptions { WorkingDirectory = CourseNotebooks.Folder });

    [Theory]
    [InlineData("foreach (var n in Progress(Steps, 9)) { }", "9 of 9")]
    [InlineData("foreach (var n in Progress(Steps, 9, n => $\"n {n}\")) { if (n == 4) { break; } }", "4 of 9: n 4")]
    [InlineData("foreach (var n in Progress(Steps, 9)) { if (n == 5) { throw new Exception(); } }", "5 of 9")]
    [InlineData("foreach (var n in Progress(Steps, 9)) { if (n == 3) { Loop(); } }", "3 of 9")]
    [InlineData("foreach (var n in Progress(Steps.Select(n => n < 7 ? n : Loop()), 9, n => $\"n {n}\")) { }", "6 of 9: n 6")]
    [InlineData("await foreach (var n in Progress(Later(), 9)) { }", "9 of 9")]
    [InlineData("await foreach (var n in Progress(Later(), 9)) { if (n == 2) { break; } }", "2 of 9")]
    [InlineData("await foreach (var n in Progress(Later(), 9)) { if (n == 8) { Loop(); } }", "8 of 9")]
    public async Task However_a_loop_ends_its_bar_shows_the_steps_made(string loop, string shown)
    {
        await RunAsync(
            """
            #load "setup.csx"
            using System.Threading.Tasks;
            var Steps = Enumerable.Range(1, 9);
            async IAsyncEnumerable<int> Later() { foreach (var n in Steps) { await Task.Yield(); yield return n; } }
            int Loop() { Console.WriteLine("looping"); while (true) { } }
            """);

        var outputs = await RunAsync(loop);

        Assert.Single(outputs.OfType<CellOutput.DisplayData>());
        Assert.EndsWith($" {shown}", outputs.OfType<CellOutput.UpdateDisplayData>().Last().Data["text/plain"]!.ToString(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    // A loop without an end is stopped as soon as it says that it loops.
    private async Task<List<CellOutput>> RunAsync(string code)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var outputs = new List<CellOutput>();
        await _session.RunAsync(code, Show, stop.Token);
        return outputs;

        void Show(CellOutput output)
        {
            outputs.Add(output);
            if (output is CellOutput.Stream { Text: var text } && text.Contains("looping", StringComparison.Ordinal))
            {
                _ = stop.CancelAsync();
            }
        }
    }
}
