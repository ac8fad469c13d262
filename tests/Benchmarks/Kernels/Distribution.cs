namespace Benchmarks.Kernels;

/// <summary>How measured values spread.</summary>
internal static class Distribution
{
    /// <summary>One line: what was measured, how often, and five points of its distribution.</summary>
    public static void Print(string name, string unit, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double At(double part) => sorted[(int)Math.Round(part * (sorted.Length - 1))];
        Console.WriteLine(FormattableString.Invariant(
            $"{name} n={sorted.Length} {unit}: min={At(0):0.0} q1={At(0.25):0.0} median={At(0.5):0.0} q3={At(0.75):0.0} p95={At(0.95):0.0} max={At(1):0.0}"));
    }
}
