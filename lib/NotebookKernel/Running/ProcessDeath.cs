using NotebookKernel.Execution;

namespace NotebookKernel.Running;

/// <summary>Why a session's process ended, from what the runtime wrote to standard error last and from the exit code.</summary>
internal static class ProcessDeath
{
    private const int FramesShown = 10;

    public static CellError Explain(int exitCode, string standardError)
    {
        var lines = standardError.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (name, message) = Cause(exitCode, lines);
        var frames = lines.Where(line => line.TrimStart().StartsWith("at ", StringComparison.Ordinal) && IsStudents(line)).Take(FramesShown);
        return new CellError(name, message, [$"{name}: {message}", .. frames]);
    }

    private static (string Name, string Message) Cause(int exitCode, string[] lines)
    {
        if (Text(lines, "Stack overflow.") is not null)
        {
            return ("StackOverflow", "the stack overflowed (does a method call itself without end?), and the session ended with it");
        }

        if (Text(lines, "Out of memory.") is not null)
        {
            return ("OutOfMemory", "there was not enough memory, and the session ended with it");
        }

        if (Text(lines, "Process terminated.") is { } reason)
        {
            return ("ProcessTerminated", $"the cell ended the session{(reason.Length > 0 ? $": {reason}" : " (Environment.FailFast)")}");
        }

        if (Text(lines, "Unhandled exception.") is { } exception)
        {
            return ("UnhandledException", $"{exception} (thrown outside the cell's own thread, which ends the session)");
        }

        return exitCode switch
        {
            137 => ("Killed", "the system ended the session, most likely because memory ran out (exit code 137)"),
            _ => ("SessionEnded", $"the session's process ended while the cell was running (exit code {exitCode})"),
        };
    }

    private static string? Text(string[] lines, string start) => lines
        .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..].Trim();

    private static bool IsStudents(string frame) => frame.Contains("Submission#", StringComparison.Ordinal);
}
