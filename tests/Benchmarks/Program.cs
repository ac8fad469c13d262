using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks;
using Benchmarks.Kernels;

// Beside another library: "peers", or "peers 1" for one thread only.
if (args is ["peers", ..])
{
    foreach (var threads in args.Length > 1 ? args[1..].Select(int.Parse) : [1, 2])
    {
        Peers.Print(threads);
    }

    return;
}

// A kernel as front ends start it: "kernel 5" starts five, "soak" takes an hour, "soak 0.01" a minute.
if (args is ["kernel", ..])
{
    KernelTimes.Print(args.Length > 1 ? int.Parse(args[1]) : 5);
    return;
}

if (args is ["soak", ..])
{
    var part = args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
    KernelSoak.Hostile((int)(10_000 * part));
    KernelSoak.Reconnect((int)(1_000 * part));
    await KernelSoak.ClassAsync(students: 12);
    KernelSoak.ClassDay((int)(20_000 * part));
    return;
}

// Which ones: --filter *MatrixProduct*; which there are: --list flat. In this process, so that nothing is built again.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args, config);
