using System.Diagnostics;

namespace Portability;

/// <summary>Starts programs with the settings that emulated ones need, in homes of their own.</summary>
/// <param name="folder">Where those homes lie.</param>
internal sealed class Shell(string folder)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(30);

    /// <summary>Starts a program, whose output can be read.</summary>
    public Process Start(string at, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = at, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WINEPREFIX"] = Path.Combine(folder, "wine");
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "kernels", "share", "jupyter");
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // Wine cannot have one page of memory in two places
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end; the result is what it printed.</summary>
    /// <exception cref="TryFailed">It failed, or did not end.</exception>
    public async Task<string> RunAsync(string at, string program, params IEnumerable<string> arguments)
    {
        using var process = Start(at, program, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TryFailed($"{Path.GetFileName(program)} did not end in {_patience.TotalMinutes} minutes");
        }

        return process.ExitCode == 0 ? await output : throw new TryFailed($"exit status {process.ExitCode}\n{await output}{await errors}");
    }
}
