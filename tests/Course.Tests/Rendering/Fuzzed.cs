using Fuzzing;

namespace Course.Tests.Rendering;

/// <summary>A short run of the fuzzer with fixed seeds; a long one is a command of its own, in tests/Fuzzing.</summary>
public sealed class Fuzzed
{
    private static readonly TimeSpan _busyMachine = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Readers => [.. Targets.All.Select(target => target.Name)];

    [Theory, MemberData(nameof(Readers))]
    public void Whatever_is_written_no_reader_throws_and_nothing_that_runs_is_left(string reader) =>
        Assert.Empty(Campaign.Run(Targets.Named(reader).Single(), count: 200, seed: 0, _busyMachine));
}
