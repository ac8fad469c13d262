using System.Runtime.InteropServices;
using NotebookKernel.Execution;
using NotebookKernel.Running;

namespace Course.Verbs;

/// <summary>The other side of a <see cref="SessionProcess"/>; not for people, so no verb that the help lists.</summary>
internal static class ServeSession
{
    public const string Name = "session";

    /// <summary>Serves a session until the process that started this one closes the standard input, or dies.</summary>
    public static async Task RunAsync(string folder)
    {
        // The cell's own reading and writing, and its programs', must not get between the messages.
        var (input, output) = StandardHandles.Take();

        // Ctrl+C in a terminal reaches every process; the one that was asked to run decides what it means.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);

        SessionServer? server = null;
        var session = new Session(RunKernel.Options() with
        {
            WorkingDirectory = folder,
            ReadLine = (wanted, stop) => server!.ReadLine(wanted, stop),
        });
        server = new SessionServer(session, input, output, session.Help);
        await server.RunAsync(session.WarmUpAsync()).ConfigureAwait(false);
        Environment.Exit(ExitStatus.Fine); // returning would wait for a cell that still runs
    }
}
