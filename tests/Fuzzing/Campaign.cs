using System.Diagnostics;

namespace Fuzzing;

/// <summary>Many inputs for one reader. Each has a seed of its own, from which it can be made again.</summary>
internal static class Campaign
{
    private static readonly TimeSpan _perMegabyte = TimeSpan.FromSeconds(1);

    /// <summary>What went wrong: the seed, and what the reader threw or how long it took.</summary>
    /// <param name="target">The reader.</param>
    /// <param name="count">How many inputs.</param>
    /// <param name="seed">The first one's seed; the others' follow.</param>
    /// <param name="allowance">How long a reader may take however short the input is: other programs run too.</param>
    public static IEnumerable<string> Run(Target target, int count, int seed, TimeSpan allowance)
    {
        Try(target, seed, TimeSpan.FromHours(1)); // a first call is compiled
        for (var i = seed; i < seed + count; i++)
        {
            if (Try(target, i, allowance) is { } fault)
            {
                yield return $"{target.Name} {i}: {fault}";
            }
        }
    }

    private static string? Try(Target target, int seed, TimeSpan allowance)
    {
        var input = target.Make(new Random(seed));
        var watch = Stopwatch.StartNew();
        try
        {
            target.Check(input);
        }
        catch (Exception e)
        {
            return e.ToString();
        }

        var most = allowance + _perMegabyte * (input.Length / 1e6);
        return watch.Elapsed > most ? $"{watch.Elapsed.TotalSeconds:0.00} s for {input.Length} characters" : null;
    }
}
