using NotebookSession.Running;

namespace NotebookSession.Tests.Languages;

/// <summary>One session for all tests of a language: it takes seconds to start, and of F#'s compiler there is to be one in a process at a time.</summary>
/// <param name="first">The cell that starts it.</param>
public abstract class GuestNotebook(string first) : IAsyncLifetime
{
    private readonly TestSession _notebook = new();

    public Ran? First { get; private set; }

    public Session Session => _notebook.Session;

    public async ValueTask InitializeAsync() => First = await _notebook.RunAsync(first);

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a cell, unless the package can't be had.</summary>
    public Task<Ran> RunAsync(string code)
    {
        RequirePackage();
        return _notebook.RunAsync(code);
    }

    /// <summary>Runs a cell and stops it.</summary>
    public Task<Ran> RunAndStopAsync(string code)
    {
        RequirePackage();
        return _notebook.RunAndStopAsync(code);
    }

    private void RequirePackage() => Assert.SkipWhen(
        First!.Shown.OfType<CellOutput.DisplayData>().Any(note => note.Data["text/plain"].ToString().Contains("NU1301", StringComparison.Ordinal)),
        "no package source can be reached");
}
