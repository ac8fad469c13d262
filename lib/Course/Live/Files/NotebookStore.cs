using NotebookSession.Documents;

namespace Course.Live.Files;

/// <summary>One notebook's file, and what is kept for it elsewhere: drafts, versions that lost a conflict, trust.</summary>
internal sealed class NotebookStore
{
    private readonly LiveOptions _options;
    private readonly KeptVersions _kept;
    private readonly TrustStore _trust;

    /// <summary>Reads the file.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public NotebookStore(string path, LiveOptions options)
    {
        (Path, _options) = (path, options);
        Base = NotebookFile.ReadText(path);
        Drafts = new DraftJournal(options.DataFolder, path);
        _kept = new KeptVersions(options.DataFolder, options.Clock);
        _trust = new TrustStore(options.DataFolder);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The file's text when it was last read or written here.</summary>
    public string Base { get; set; }

    /// <summary>What is unsaved.</summary>
    public DraftJournal Drafts { get; }

    /// <summary>Whether the file's text, as it was last read or written here, is trusted.</summary>
    public bool IsTrusted => _trust.Contains(Base) || _options.IsCommitted(Path, Base);

    /// <summary>The file's text now; null if it is gone.</summary>
    public string? Read()
    {
        try
        {
            return NotebookFile.ReadText(Path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes the file: wholly or not at all.</summary>
    public void Write(string text)
    {
        NotebookFile.WriteText(Path, text);
        Base = text;
    }

    /// <summary>Notes that text as trusted.</summary>
    public void Trust() => _trust.Add(Base);

    /// <summary>Keeps a version that another replaces, and tells where.</summary>
    public string Keep(string whose, string text) => _kept.Keep(Path, whose, text);

    /// <summary>Notes what is unsaved.</summary>
    public void Draft(Editing.NotebookText text) =>
        Drafts.Write(new Draft(DraftJournal.Hash(Base), _options.Clock.GetUtcNow(), text));
}
