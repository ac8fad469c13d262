using NotebookSession.Hosting;
using NotebookSession.Packages;

namespace NotebookSession;

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

    /// <summary>Brings the packages of <c>#r "nuget: …"</c>. Null: there are none here, which the directive's error says.</summary>
    public IPackageRestore? Packages { get; init; }

    /// <summary>What cells share with the program that the session runs in.</summary>
    public HostAssemblies Assemblies { get; init; } = HostAssemblies.InFiles;

    /// <summary>The only thread there is. Null: there are others, and each cell has one of its own.</summary>
    public ISingleThread? SingleThread { get; init; }

    /// <summary>How long a cell that watches <see cref="InCell.Cell.Stop"/> may take to end by itself.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How much one cell shows.</summary>
    public OutputLimit Limit { get; init; } = OutputLimit.Default;

    /// <summary>Characters of plain text shown of one value.</summary>
    public int LongestText { get; init; } = 100_000;

    /// <summary>Characters of any other format of one value, a chart's script included.</summary>
    public int LongestFormat { get; init; } = 32_000_000;
}
