using System.Diagnostics;
using Course.Verbs;
using NotebookKernel.Running;

namespace Course.Running;

/// <summary>A session in a process of its own, which is this program once more.</summary>
public static class ChildSession
{
    /// <summary>Starts it in a folder.</summary>
    public static SessionProcess Start(string folder)
    {
        string[] command = [.. OwnProgram.Command(Path.Combine(AppContext.BaseDirectory, OwnProgram.Name)), ServeSession.Name, folder];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // as in the kernel's kernelspec
        return new SessionProcess(start);
    }
}
