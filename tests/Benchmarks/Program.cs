using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks;

// Beside another library: "peers", or "peers 1" for one thread only.
if (args is ["peers", ..])
{
    foreach (var threads in args.Length > 1 ? args[1..].Select(int.Parse) : [1, 2])
    {
        Peers.Print(threads);
    }

    return;
}

// Which ones: --filter *MatrixProduct*; which there are: --list flat. In this process, so that nothing is built again.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
