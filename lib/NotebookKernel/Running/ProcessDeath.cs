using NotebookSession;
using NotebookSession.Errors;

namespace NotebookKernel.Running;

/// <summary>Why a session's process ended, from what the runtime wrote to standard error last and from the exit code.</summary>
internal static class ProcessDeath
{
    private const int FramesShown = 10;

    /// <summary>The error of the cell that ran.</summary>
    /// <param name="exitCode">The process's.</param>
    /// <param name="standardError">The beginning and the end of what it wrote there.</param>
    /// <param name="line">The line that the cell had come to; 0: none.</param>
    /// <param name="cell">The cell's text.</param>
    public static CellError Explain(int exitCode, string standardError, int line, string cell)
    {
        var lines = standardError.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (name, message) = Cause(exitCode, lines);
        var frames = lines.Where(IsStudents).Select(frame => TypeNames.Clean(frame.TrimEnd())).Distinct().Take(FramesShown);
        string[] place = line > 0 ? [$"   at line {line}", $"      {cell.Split('\n').ElementAtOrDefault(line - 1)?.Trim()}"] : [];
        return new CellError(name, message, [$"{name}: {message}", .. frames, .. place]);
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

        if (lines.Any(line => line.Contains("System.AccessViolationException", StringComparison.Ordinal)))
        {
            return ("AccessViolation", "the cell read or wrote memory that is not its own (an unsafe pointer?), and the session ended with it");
        }

        return exitCode switch
        {
            137 => ("Killed", "the system ended the session, most likely because memory ran out (exit code 137)"),
            _ => ("SessionEnded", $"the session's process ended while the cell was running (exit code {exitCode})"),
        };
    }

    private static string? Text(string[] lines, string start) => lines
        .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..].Trim();

    // The cell's own statements have a frame too; their line says more.
    private static bool IsStudents(string line) =>
        line.TrimStart().StartsWith("at ", StringComparison.Ordinal)
        && line.Contains(SourceName.ClassPrefix, StringComparison.Ordinal)
        && !line.Contains("<Initialize>", StringComparison.Ordinal)
        && !line.Contains("<Factory>", StringComparison.Ordinal);
}
