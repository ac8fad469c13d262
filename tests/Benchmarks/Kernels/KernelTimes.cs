using System.Diagnostics;

namespace Benchmarks.Kernels;

/// <summary>How long a student waits for the kernel, and what it keeps in memory.</summary>
internal static class KernelTimes
{
    private const string _chart = "Show.HiddenStates([\"the\", \"movie\", \"was\", \"great\"], Tensor.Randn(new TorchRandom(42), 4, 3))";

    public static void Print(int rounds)
    {
        List<double> first = [], ready = [], chart = [], afterTen = [], afterChart = [], cells = [];
        for (var round = 0; round < rounds; round++)
        {
            using var kernel = new KernelProcess();
            kernel.FrontEnd.Ask("kernel_info_request");
            ready.Add(kernel.Run("1 + 1"));
            first.Add(Stopwatch.GetElapsedTime(kernel.Started).TotalMilliseconds);
            for (var i = 0; i < 9; i++)
            {
                kernel.Run($"{i} + 1");
            }

            afterTen.Add(kernel.Resident);
            cells.AddRange(Enumerable.Range(0, 100).Select(i => kernel.Run($"{i} + 2")));
            kernel.Run("#load \"setup.csx\"");
            chart.Add(kernel.Run(_chart));
            afterChart.Add(kernel.Resident);
        }

        Distribution.Print("process start to first result", "ms", first);
        Distribution.Print("ready to end of first cell", "ms", ready);
        Distribution.Print("trivial cell", "ms", cells);
        Distribution.Print("first chart", "ms", chart);
        Distribution.Print("resident after ten cells", "MB", afterTen);
        Distribution.Print("resident after a chart", "MB", afterChart);
    }
}
