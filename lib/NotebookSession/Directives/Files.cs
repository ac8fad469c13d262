namespace NotebookSession.Directives;

/// <summary>The files that directives name.</summary>
internal static class Files
{
    /// <summary>The full path: as seen from the importing file's folder, else from the notebook's.</summary>
    /// <exception cref="CellException">It is not there; the message says where it was looked for.</exception>
    public static string Find(Directive directive, string folder, string notebookFolder)
    {
        if (directive.Argument.Length == 0)
        {
            throw DirectiveErrors.At(directive, $"Which file? Expected {directive.Name} \"path\".");
        }

        var candidates = Candidates(directive.Argument, folder, notebookFolder);
        return candidates.FirstOrDefault(File.Exists)
            ?? throw DirectiveErrors.At(directive, Directory.Exists(candidates[0])
                ? $"{directive.Argument} is a folder, expected a file."
                : $"The file {directive.Argument} was not found, from the notebook's folder"
                    + (candidates.Length > 1 ? " nor from the importing file's." : "."));
    }

    /// <summary>The same; null if it is not there.</summary>
    public static string? TryFind(string path, string folder, string notebookFolder) =>
        Candidates(path, folder, notebookFolder).FirstOrDefault(File.Exists);

    private static string[] Candidates(string path, string folder, string notebookFolder) =>
        [.. ((string[])[notebookFolder, folder]).Distinct().Select(from => Path.GetFullPath(Path.Combine(from, path.Replace('\\', '/'))))];

    /// <summary>The text of a file.</summary>
    /// <exception cref="CellException">It can't be read.</exception>
    public static string Read(Directive directive, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DirectiveErrors.At(directive, $"{directive.Argument} can't be read: {error.Message}");
        }
    }
}
