using System.Runtime.InteropServices;
using NotebookKernel.Packages;
using NotebookKernel.Running;
using NotebookSession;
using NotebookSession.Documents;
using NotebookSession.Running;

namespace Course.Verbs;

/// <summary>The other side of a <see cref="SessionProcess"/>; not for people, so no verb that the help lists.</summary>
internal static class ServeSession
{
    public const string Name = "session";

    /// <summary>Serves a session until the process that started this one closes the standard input, or dies.</summary>
    public static async Task RunAsync(string folder)
    {
        // The cell's own reading and writing, and its programs', must not get between the messages.
        var (input, output, errors) = StandardHandles.Take();

        // Ctrl+C in a terminal reaches every process; the one that was asked to run decides what it means.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);

        LineFile.Open();
        var session = new Session(Options(folder));
        await new SessionServer(session, input, output, errors).RunAsync(session.WarmUpAsync()).ConfigureAwait(false);
        Environment.Exit(ExitStatus.Fine); // returning would wait for a cell that still runs
    }

    /// <summary>What sessions of this program need.</summary>
    public static SessionOptions Options(string folder) => new()
    {
        WorkingDirectory = folder,
        Packages = new NuGetRestore(),
        ReadNotebook = path => [.. Notebook.Read(path).CodeCells.Select(cell => cell.Code)],
    };
}
