using System.CommandLine;
using System.Runtime.InteropServices;
using Course.Running;
using NotebookKernel.Serving;
using NotebookKernel.Wire;
using NotebookSession.Remote;

namespace Course.Verbs;

/// <summary><c>kernel CONNECTION_FILE</c>.</summary>
internal static class RunKernel
{
    public const string Name = "kernel";

    public static Command Command()
    {
        var file = new Argument<string>("CONNECTION_FILE") { Description = "The file that the front end wrote." };
        var command = new Command(Name, "Is the Jupyter kernel that install announces. Front ends start it; people need not.") { file };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(file)!));
        return command;
    }

    private static async Task<int> RunAsync(string file)
    {
        var errors = Terminal.Error;
        try
        {
            var connection = ConnectionFile.Read(file);
            var kernel = new JupyterKernel(connection, new LastingSession(() => ChildSession.Start(Directory.GetCurrentDirectory())), errors.Line);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
            {
                signal.Cancel = true;
                kernel.Interrupt();
            });
            using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                kernel.Stop();
            });
            _ = StopWithParentAsync(kernel);
            await kernel.RunAsync().ConfigureAwait(false);
            await kernel.DisposeAsync().ConfigureAwait(false);
            return ExitStatus.Fine;
        }
        catch (ConnectionFileException e)
        {
            throw new UsageException(e.Message);
        }
    }

    // A kernel whose server has died is of no use to anyone.
    private static async Task StopWithParentAsync(JupyterKernel kernel)
    {
        using var parent = JupyterProcess.Find(Environment.GetEnvironmentVariable("JPY_PARENT_PID"));
        if (parent is not null)
        {
            await parent.WaitForExitAsync().ConfigureAwait(false);
            kernel.Stop();
        }
    }
}
