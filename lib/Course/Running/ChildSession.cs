using System.Diagnostics;
using Course.Verbs;
using NotebookKernel.Running;

namespace Course.Running;

/// <summary>A session in a process of its own, which is this program once more.</summary>
internal static class ChildSession
{
    public static SessionProcess Start(string folder)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Course.dll");
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Course.exe" : "Course");
        var start = File.Exists(program) ? new ProcessStartInfo(program) : new ProcessStartInfo(Programs.DotNet() ?? "dotnet", [assembly]);
        start.ArgumentList.Add(ServeSession.Name);
        start.ArgumentList.Add(folder);
        start.WorkingDirectory = folder;
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // as in the kernel's kernelspec
        return new SessionProcess(start);
    }
}
