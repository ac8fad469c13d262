using NotebookPage.Live;
using NotebookSession.Documents;

namespace Course.Store;

/// <summary>The draft of one notebook: a file that is there while something is unsaved, also after the program was killed.</summary>
internal sealed class DraftFile(string folder, string notebook)
{
    private readonly string _path = Path.Combine(folder, "drafts", Draft.Hash(notebook)[..24] + ".json");

    /// <summary>Replaces what is there: wholly or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string draft) => PrivateFile.WriteText(_path, draft);

    /// <summary>What is there; null if there is nothing, or nothing that can be read.</summary>
    public string? Read()
    {
        try
        {
            return NotebookFile.ReadText(_path);
        }
        catch (Exception e) when (e is IOException or NotebookFormatException)
        {
            return null;
        }
    }

    /// <summary>All is saved.</summary>
    public void Remove()
    {
        if (File.Exists(_path))
        {
            File.Delete(_path);
        }
    }
}
