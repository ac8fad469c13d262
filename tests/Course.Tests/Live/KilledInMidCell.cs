using System.Diagnostics;
using System.Globalization;
using Course.Store;
using NotebookPage.Live;

namespace Course.Tests.Live;

public sealed class KilledInMidCell : LiveTest
{
    public KilledInMidCell() => Options = new LiveOptions(StartProcess) { AutosaveAfter = Timeout.InfiniteTimeSpan };

    [Fact]
    public async Task What_was_typed_is_there_again_and_the_cell_has_ended_with_its_server()
    {
        // The server that is killed is a process that a cell of another notebook runs in.
        Write($$"""
            #r "{{typeof(OpenNotebook).Assembly.Location}}"
            #r "{{typeof(FileStore).Assembly.Location}}"
            using Course.Store;
            using NotebookPage.Live;
            var data = @"{{In("killed")}}";
            var store = new FileStore(@"{{In("killed.ipynb")}}", null, new StoreOptions { DataFolder = data });
            var options = new LiveOptions(_ => Course.Running.ChildSession.Start(@"{{In(".")}}")) { AutosaveAfter = Timeout.InfiniteTimeSpan };
            var notebook = await OpenNotebook.OpenAsync(store, options);
            notebook.Cells.Edit("b", "typed");
            _ = notebook.Runs.RunAsync("a");
            while (notebook.View.Cell("a").Outputs.Count == 0 || !Drafted())
            {
                await Task.Delay(20);
            }

            bool Drafted() => Directory.Exists(data) && Directory.GetFiles(data, "*.json", SearchOption.AllDirectories).Length > 0;
            Console.WriteLine(Environment.ProcessId);
            Console.WriteLine(notebook.View.Cell("a").Outputs[0] is NotebookSession.CellOutput.Stream stream ? stream.Text : "");
            await Task.Delay(-1);
            """);
        var server = OpenFile();
        System.IO.File.Move(File, In("server.ipynb"));
        Write("Console.WriteLine(Environment.ProcessId); while (true) { }", "1");
        System.IO.File.Move(File, In("killed.ipynb"));

        _ = server.Runs.RunAsync("a");
        await UntilAsync(server, _ => Text(server, "a").Trim().Split('\n') is [_, .., _]);
        using var killed = Process.GetProcessById(Id(server, 0));
        using var session = Process.GetProcessById(Id(server, ^1));
        killed.Kill();
        await UntilAsync(server, view => view.Session.Status == SessionStatus.Dead);
        await WithinAsync(session.WaitForExitAsync(TestContext.Current.CancellationToken));

        Store = Store with { DataFolder = In("killed") };
        await using var again = Open(In("killed.ipynb"));
        Assert.Equal("typed", again.View.Cell("b")!.Source);
        Assert.NotNull(again.View.Saving.RestoredFrom);
    }

    private static int Id(OpenNotebook server, Index line) =>
        int.Parse(Text(server, "a").Trim().Split('\n')[line], CultureInfo.InvariantCulture);
}
