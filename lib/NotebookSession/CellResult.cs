namespace NotebookSession;

/// <summary>How a cell ended.</summary>
public abstract record CellResult
{
    private CellResult()
    {
    }

    /// <summary>What went wrong; null for <see cref="Success"/>.</summary>
    public CellError? Failure => this switch
    {
        Failed failed => failed.Error,
        Stopped stopped => stopped.Error,
        Died died => died.Error,
        _ => null,
    };

    /// <summary>Whether the cells after it are run.</summary>
    /// <param name="mayRaise">Whether the cell says that an exception is part of the lesson.</param>
    public bool GoesOn(bool mayRaise) => this is Success || (this is Failed && mayRaise);

    /// <summary>The cell ran to its end.</summary>
    public sealed record Success : CellResult;

    /// <summary>It did not compile, or an exception left it.</summary>
    public sealed record Failed(CellError Error) : CellResult;

    /// <summary>It was stopped on request; the session and its variables live on.</summary>
    public sealed record Stopped(CellError Error) : CellResult;

    /// <summary>The process that ran it ended (stack overflow, out of memory, killed): the session is gone.</summary>
    public sealed record Died(CellError Error) : CellResult;
}

/// <summary>An error as Jupyter shows it: its kind, one line, and the lines a student reads (ANSI colours allowed).</summary>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback);
