using Course.Running;
using Course.Store;
using NotebookPage.Live;
using NotebookSession;
using NotebookSession.Documents;

namespace Course.Tests.Live;

/// <summary>A notebook that is open, in a folder of its own that is gone after the test.</summary>
public abstract class LiveTest : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("live-");
    private readonly List<OpenNotebook> _open = [];
    private readonly List<ScriptedSession> _sessions = [];

    protected LiveTest()
    {
        Store = new StoreOptions { DataFolder = In("data") };
        Options = new LiveOptions(_ =>
        {
            var session = new ScriptedSession();
            lock (_sessions)
            {
                _sessions.Add(session);
            }

            return session;
        })
        {
            AutosaveAfter = Timeout.InfiniteTimeSpan,
        };
    }

    protected LiveOptions Options { get; set; }

    protected StoreOptions Store { get; set; }

    /// <summary>Sessions as the page has them: in processes of their own.</summary>
    protected static INotebookSession StartProcess(string notebook) => ChildSession.Start(Path.GetDirectoryName(notebook)!);

    internal IReadOnlyList<ScriptedSession> Sessions => _sessions;

    protected string File => In("notebook.ipynb");

    protected string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Opens a notebook of code cells "a", "b", "c" …; one that begins with "# " is Markdown.</summary>
    protected OpenNotebook OpenCells(params string[] sources)
    {
        Write(sources);
        return OpenFile();
    }

    protected void Write(params string[] sources)
    {
        var notebook = new Notebook();
        foreach (var (source, i) in sources.Select((source, i) => (source, i)))
        {
            var id = $"{(char)('a' + i)}";
            notebook.Add(source.StartsWith("# ", StringComparison.Ordinal) ? new MarkdownCell(source, id) : new CodeCell(source, id));
        }

        notebook.Write(File);
    }

    protected OpenNotebook OpenFile(NotebookFolder? folder = null)
    {
        var open = Open(File, folder);
        _open.Add(open);
        return open;
    }

    // A file's store is done when it returns.
    protected OpenNotebook Open(string path, NotebookFolder? folder = null) =>
        OpenNotebook.OpenAsync(new FileStore(path, folder, Store), Options).GetAwaiter().GetResult();

    /// <summary>The cells of the file, as "id: source".</summary>
    protected IEnumerable<string> InFile() => Notebook.Read(File).Cells.Select(cell => $"{cell.Id}: {cell.Source}");

    protected static IEnumerable<string> Shown(OpenNotebook notebook) => notebook.View.Cells.Select(cell => $"{cell.Id}: {cell.Source}");

    /// <summary>The text that a cell has shown.</summary>
    protected static string Text(OpenNotebook notebook, string id) => string.Concat(notebook.View.Cell(id)!.Outputs.Select(TextOf));

    /// <summary>Waits until the notebook is so; the events say when to look.</summary>
    internal static async Task UntilAsync(OpenNotebook notebook, Func<NotebookView, bool> so)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(NotebookView now) => _ = so(now) && seen.TrySetResult();
        notebook.Changed += Look;
        if (so(notebook.View))
        {
            seen.TrySetResult();
        }

        await WithinAsync(seen.Task);
        notebook.Changed -= Look;
    }

    internal static Task WithinAsync(Task task) => task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var notebook in _open)
        {
            await notebook.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private static string TextOf(CellOutput output) => output switch
    {
        CellOutput.Stream(_, var text) => text,
        CellOutput.Error(var error) => error.Message,
        _ => output.Value?["text/plain"].ToString() ?? "",
    };
}
