namespace NotebookSession;

/// <summary>How much a problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>The cell can't run as it is.</summary>
    Error,

    /// <summary>It can, but hardly does what was meant.</summary>
    Warning,

    /// <summary>Nothing is wrong with the text: something else is to be done first.</summary>
    Information,
}

/// <summary>What is wrong with a cell that is being written.</summary>
/// <param name="Start">The first character of the cell that it concerns.</param>
/// <param name="Length">How many; may be 0, at the end of the text.</param>
/// <param name="Id">The compiler's name for it: "CS0103".</param>
/// <param name="Message">What a student reads, with the hint if there is one.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record CodeProblem(int Start, int Length, string Id, string Message, ProblemSeverity Severity)
{
    /// <summary>The name that nothing declares, if that is the problem.</summary>
    public string? UnknownName { get; init; }

    /// <summary>Whether the text itself is no C#, whatever its names mean.</summary>
    public bool IsSyntax { get; init; }
}
