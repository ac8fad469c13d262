using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks;
using Benchmarks.Kernels;

const string Usage = """
    peers [THREADS…]       training steps, a line a shape and thread count; default: 1 2. LibTorch/Peers.cs times the same of another library
    kernel [TIMES]         start, first cell, trivial cells, memory of the kernel; default: 5
    soak [PART [SHARE]]    what a kernel withstands: hostile, reconnects, class, day; all of all parts takes an hour
    Anything else is for BenchmarkDotNet: --list flat, --filter *Layer*
    """;
if (args is ["peers" or "kernel" or "soak", .. var given] && given.Any(text => text is not ("hostile" or "reconnects" or "class" or "day")
    && !(double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0)))
{
    Console.WriteLine(Usage);
    return;
}

// Beside another library: "peers", or "peers 1" for one thread only.
if (args is ["peers", ..])
{
    foreach (var threads in args.Length > 1 ? args[1..].Select(int.Parse) : [1, 2])
    {
        Peers.Print(threads);
    }

    return;
}

// A kernel as front ends start it, "kernel 5" five times.
if (args is ["kernel", ..])
{
    KernelTimes.Print(args.Length > 1 ? int.Parse(args[1]) : 5);
    return;
}

// What it withstands: all of it takes an hour, "soak hostile 0.1" is a tenth of one part.
if (args is ["soak", ..])
{
    await KernelSoak.RunAsync(args.ElementAtOrDefault(1), double.Parse(args.ElementAtOrDefault(2) ?? "1", CultureInfo.InvariantCulture));
    return;
}

// Which ones: --filter *MatrixProduct*; which there are: --list flat. In this process, so that nothing is built again.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args, config);
