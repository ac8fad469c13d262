using System.ComponentModel;
using System.Diagnostics;

namespace NotebookSession.InCell;

/// <summary>What a cell calls in place of methods that would end the process.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ForbiddenCalls
{
    /// <summary>For Environment.Exit.</summary>
    public static void Exit(int exitCode) => throw NotAllowed("Environment.Exit");

    /// <summary>For Environment.FailFast.</summary>
    public static void FailFast(string? message) => throw NotAllowed("Environment.FailFast");

    /// <summary>For Environment.FailFast.</summary>
    public static void FailFast(string? message, Exception? exception) => throw NotAllowed("Environment.FailFast");

    /// <summary>For Process.Kill; other processes may be killed.</summary>
    public static void Kill(Process process) => Other(process).Kill();

    /// <summary>For Process.Kill with the processes that it has started.</summary>
    public static void Kill(Process process, bool entireProcessTree) => Other(process).Kill(entireProcessTree);

    private static Process Other(Process process) =>
        process.Id == Environment.ProcessId ? throw NotAllowed("Process.Kill") : process;

    private static InvalidOperationException NotAllowed(string name) =>
        new($"{name} would end the kernel and lose every variable. To leave a cell early, write return;");
}
