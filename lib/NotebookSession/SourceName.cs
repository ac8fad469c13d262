namespace NotebookSession;

/// <summary>What the compiler calls a piece of text: a cell by its number, a loaded file by its path.</summary>
internal static class SourceName
{
    private const string Prefix = "cell ";

    /// <summary>What the classes that the compiler puts around cells are called: C# itself can name them, students don't.</summary>
    public const string ClassPrefix = "__Cell";

    /// <summary>What the modules begin with that the F# compiler puts around parts in F#.</summary>
    public const string FSharpPrefix = "FSI_";

    /// <summary>The name of the cell with that number.</summary>
    public static string Cell(int number) => $"{Prefix}[{number}]";

    /// <summary>The class around the cell that was compiled as that number.</summary>
    public static string Class(int number) => $"{ClassPrefix}{number}";

    /// <summary>Whether the name is a loaded file's.</summary>
    public static bool IsFile(string? name) => !string.IsNullOrEmpty(name) && !name.StartsWith(Prefix, StringComparison.Ordinal);
}
