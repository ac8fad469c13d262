using NotebookKernel.Execution.Showing;

namespace NotebookKernel.Execution;

/// <summary>What a session needs from its surroundings.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in directives start here.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>
    /// Reads the code cells of a notebook file for <c>#!import</c>. The session knows no file format; without this
    /// function, importing a notebook is an error that says so.
    /// </summary>
    public Func<string, IReadOnlyList<string>>? ReadNotebook { get; init; }

    /// <summary>
    /// Answers <c>Console.ReadLine()</c>; the token ends the wait when the cell is stopped. Null means end of input,
    /// as for a program whose input is closed.
    /// </summary>
    public Func<InputRequest, CancellationToken, string?> ReadLine { get; init; } = (_, _) => null;

    /// <summary>Waits for what native code and programs have written so far, before a cell counts as ended.</summary>
    public Func<Task> Settle { get; init; } = () => Task.CompletedTask;

    /// <summary>Where <c>#r "nuget: …"</c> keeps what it restored. Default: the user's local application data.</summary>
    public string PackageCache { get; init; } = Path.Combine(UserFolder.Location, "packages");

    /// <summary>The folder whose nuget.config counts, as do those above it, besides the user's own. Default: the root of the
    /// system's drive, where nobody but its administrator writes, for a file that lies near a notebook must not say where
    /// packages come from.</summary>
    public string PackageSettings { get; init; } = OperatingSystem.IsWindows() ? Path.GetPathRoot(Environment.SystemDirectory)! : "/";

    /// <summary>How long a cell that watches <see cref="InCell.Cell.Stop"/> may take to end by itself.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How much one cell shows.</summary>
    public OutputLimit Limit { get; init; } = OutputLimit.Default;

    /// <summary>Characters of plain text shown of one value.</summary>
    public int LongestText { get; init; } = 100_000;

    /// <summary>Characters of any other format of one value, a chart's script included.</summary>
    public int LongestFormat { get; init; } = 32_000_000;
}
