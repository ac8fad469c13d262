namespace Course.Running;

/// <summary>What <c>run</c> was asked to do.</summary>
/// <param name="Paths">Notebooks and folders; empty for all lessons.</param>
/// <param name="Out">Where the executed copies go; null for nowhere.</param>
/// <param name="Check">Whether to compare the outputs with those in the files.</param>
/// <param name="Timeout">How long one cell may run.</param>
/// <param name="Json">Where the report for programs goes; null for nowhere.</param>
internal sealed record RunOptions(IReadOnlyList<string> Paths, string? Out, bool Check, TimeSpan Timeout, string? Json)
{
    /// <summary>Where the report for build servers goes; null for nowhere.</summary>
    public string? JUnit { get; init; }

    /// <summary>Whether the cells after one that failed run too.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>How many notebooks run side by side.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Values for the notebooks' variables.</summary>
    public IReadOnlyList<(string Name, string Value)> Set { get; init; } = [];

    /// <summary>Whether the copies are for the user, and not a step on the way to something else.</summary>
    public bool KeepsCopies { get; init; } = true;

    /// <summary>Earlier runs, whose notebooks are not run again; null to run all.</summary>
    public KnownRuns? Known { get; init; }
}
