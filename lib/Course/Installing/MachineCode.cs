using System.ComponentModel;
using System.Diagnostics;
using NotebookKernel.Running;

namespace Course.Installing;

/// <summary>
/// The making of the compiler's machine code, with which a session starts in a fifth of the time. It takes a minute of two
/// cores, so no build does it unasked before it has been done once (AheadOfTime.targets); disposing ends it.
/// </summary>
internal sealed class MachineCode : IDisposable
{
    // The same name, in the environment or on a build's command line, keeps builds from it.
    private const string Switch = "AheadOfTime";

    private readonly FileStream _claim;
    private readonly Process _making;

    private readonly Task<string> _said;

    private MachineCode(FileStream claim, Process making)
    {
        (_claim, _making, _said) = (claim, making, making.StandardOutput.ReadToEndAsync());
        _ = making.StandardError.ReadToEndAsync();
    }

    /// <summary>Makes it, and builds the course with it; says so first. Nothing if that has been done, or is being done.</summary>
    public static async Task MakeAsync()
    {
        using var making = Begin();
        if (making is not null)
        {
            Terminal.Out.Line("Making the kernel start faster; this is done once, and takes about a minute.");
            await making._making.WaitForExitAsync().ConfigureAwait(false);
            if (making._making.ExitCode != 0)
            {
                Terminal.Error.Line("That did not work, and the kernel starts as before. What the build said:");
                Terminal.Error.Line(await making._said.ConfigureAwait(false));
            }
        }
    }

    /// <summary>Makes it beside more urgent work, for the next build to use. Null if there is nothing to do.</summary>
    public static MachineCode? MakeInBackground()
    {
        var making = Begin("-t:SelectAheadOfTime", "-p:BuildProjectReferences=false");
        try
        {
            making?._making.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }

        return making;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _making.Kill(entireProcessTree: true);
        _making.Dispose();
        _claim.Dispose();
    }

    private static MachineCode? Begin(params string[] more)
    {
        var project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
        var made = Path.Combine(project, "obj", "Release", "net10.0");
        if (Environment.GetEnvironmentVariable(Switch) == "false" || Programs.DotNet() is not { } dotnet
            || AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar) != Path.Combine(project, "bin", "Release", "net10.0")
            || !Directory.Exists(made) || File.Exists(Path.Combine(made, "ahead", "translated")))
        {
            return null;
        }

        FileStream? claim = null;
        try
        {
            claim = new FileStream(Path.Combine(made, "translating"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            var process = Programs.Start(new ProcessStartInfo(
                dotnet, ["build", "-noAutoResponse", "-c", "Release", "-v", "quiet", "--no-restore", $"-p:{Switch}=true", .. more])
            {
                WorkingDirectory = project,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" }, // nothing stays behind
            });
            return new MachineCode(claim, process);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            claim?.Dispose();
            return null; // another one does it, or there is no SDK: the course works without
        }
    }
}
