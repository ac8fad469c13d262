namespace NotebookSession.Errors;

/// <summary>How a stopped cell is told.</summary>
internal static class StopErrors
{
    public static CellError Stopped { get; } = Error("The cell was stopped. Variables keep the values they had.");

    public static CellError ByItself { get; } = Error("The cell was asked to stop, and ended by itself. What it has computed is kept.");

    public static CellError StillRunning { get; } = Error(
        "The cell was given up, but a library call in it doesn't end and may still be running. "
        + "If it is in the way, restart the kernel.");

    private static CellError Error(string message) => new("Stopped", message, [message]);
}
