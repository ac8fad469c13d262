namespace Course;

/// <summary>
/// Which paths mean the same file: as the file system has it. Windows and macOS take C:\ and c:\, A and a for the same, and
/// people, shells and editors write either; Linux does not.
/// </summary>
internal static class Paths
{
    /// <summary>Whether two paths are the same.</summary>
    public static bool Same(string a, string b) => string.Equals(Full(a), Full(b), ComparisonAt(a));

    /// <summary>Whether a path lies in a folder, at any depth.</summary>
    public static bool IsBelow(string folder, string path) => Full(path).StartsWith(
        Path.EndsInDirectorySeparator(Full(folder)) ? Full(folder) : Full(folder) + Path.DirectorySeparatorChar, ComparisonAt(folder));

    /// <summary>The path from a folder to what lies in it.</summary>
    public static string From(string folder, string path) => Full(path)[Full(folder).Length..].TrimStart(Path.DirectorySeparatorChar);

    /// <summary>Whether a text is the name of a file that lies in the folder itself, on any system, and is not hidden.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && text[0] != '.' && text.IndexOfAny(['/', '\\', ':', '\0', .. Path.GetInvalidFileNameChars()]) < 0;

    // The folder is asked: it is there under its name in the other case, or it is not.
    private static StringComparison ComparisonAt(string path)
    {
        var there = Full(path);
        while (there.Length > 0 && !Path.Exists(there))
        {
            there = Path.GetDirectoryName(there) ?? "";
        }

        var other = string.Concat(there.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
        return other != there && Path.Exists(other) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
