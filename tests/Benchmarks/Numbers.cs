namespace Benchmarks;

internal static class Numbers
{
    /// <summary>Numbers between −1 and 1, by the golden ratio's multiples.</summary>
    public static float[] Spread(int count) =>
        [.. Enumerable.Range(1, count).Select(i => (float)(2 * (i * 0.6180339887 % 1) - 1))];
}
