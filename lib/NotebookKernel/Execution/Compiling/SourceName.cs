namespace NotebookKernel.Execution.Compiling;

/// <summary>What the compiler calls a piece of text: a cell by its number, a loaded file by its path.</summary>
internal static class SourceName
{
    private const string _prefix = "cell ";

    /// <summary>The name of the cell with that number.</summary>
    public static string Cell(int number) => $"{_prefix}[{number}]";

    /// <summary>Whether the name is a loaded file's.</summary>
    public static bool IsFile(string? name) => !string.IsNullOrEmpty(name) && !name.StartsWith(_prefix, StringComparison.Ordinal);
}
