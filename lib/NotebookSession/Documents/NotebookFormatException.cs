namespace NotebookSession.Documents;

/// <summary>A file is not a notebook that can be read. The message is one line: the file, the place in it, what is wrong.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Says what is wrong with <paramref name="path"/>.</summary>
    public NotebookFormatException(string path, string problem, Exception? cause = null)
        : base($"{path}: {problem}", cause) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
