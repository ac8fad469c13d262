using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookKernel.Tests.Serving;

namespace Benchmarks.Kernels;

/// <summary>The kernel as a front end starts it: by what <c>install</c> has written.</summary>
internal sealed class KernelProcess : IDisposable
{
    private static readonly Lazy<JsonNode> _spec = new(Install);

    private readonly string _file = Path.GetTempFileName();
    private readonly Process _process;

    public KernelProcess()
    {
        var file = FreePorts.NewFile();
        File.WriteAllText(_file, new JsonObject
        {
            ["transport"] = file.Transport,
            ["ip"] = file.Ip,
            ["key"] = file.Key,
            ["shell_port"] = file.ShellPort,
            ["control_port"] = file.ControlPort,
            ["iopub_port"] = file.IopubPort,
            ["stdin_port"] = file.StdinPort,
            ["hb_port"] = file.HbPort,
        }.ToJsonString());
        string[] argv = [.. _spec.Value["argv"]!.AsArray().Select(word => ((string)word!).Replace("{connection_file}", _file, StringComparison.Ordinal))];
        var start = new ProcessStartInfo(argv[0], argv[1..])
        {
            WorkingDirectory = Path.Combine(Root, "notebooks"),
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _spec.Value["env"]!.AsObject())
        {
            start.Environment[name] = (string?)value;
        }

        Started = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => ErrorLines += line.Data is null ? 0 : 1;
        _process.BeginErrorReadLine();
        FrontEnd = new FrontEnd(file);
    }

    public static string Root { get; } = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf(Path.Combine("tests", "Benchmarks"), StringComparison.Ordinal)];

    public long Started { get; }

    public FrontEnd FrontEnd { get; }

    public int ErrorLines { get; private set; }

    public bool Lives => !_process.HasExited;

    /// <summary>What is in memory now, in MB: of the kernel and of the process that its cells run in.</summary>
    public double Resident => ResidentOf(_process.Id) / 1e6;

    /// <summary>What stays in memory when garbage is collected, in MB.</summary>
    public double Kept
    {
        get
        {
            Run("GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);");
            return Resident;
        }
    }

    // Linux keeps the children of a process in a file.
    private static long ResidentOf(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64
            + File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(child => ResidentOf(int.Parse(child, null)));
    }

    /// <summary>Runs a cell that must succeed; the time until the kernel is idle again, in ms.</summary>
    public double Run(string code)
    {
        var start = Stopwatch.GetTimestamp();
        var (reply, _) = FrontEnd.Execute(code);
        return (string?)reply["status"] == "ok" ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"A cell failed: {reply["evalue"]}");
    }

    public void Dispose()
    {
        FrontEnd.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_file);
    }

    private static JsonNode Install()
    {
        var prefix = Path.Combine(AppContext.BaseDirectory, "kernel");
        var course = Path.Combine(Root, "lib", "Course", "bin", "Release", "net10.0", "Course.dll");
        using var install = Process.Start(new ProcessStartInfo("dotnet", [course, "install", "--prefix", prefix]) { RedirectStandardOutput = true })!;
        install.WaitForExit();
        return JsonNode.Parse(File.ReadAllText(Path.Combine(prefix, "share", "jupyter", "kernels", "csharp-course", "kernel.json")))!;
    }
}
