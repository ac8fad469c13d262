using NotebookPage.Live;


namespace Course.Store;

/// <summary>The contents of notebooks that this user trusts, by hash: what another program or person changes is another content.</summary>
internal sealed class TrustStore(string folder)
{
    private const int Most = 2000;
    private static readonly Lock _lock = new();
    private readonly string _path = Path.Combine(folder, "trusted");

    /// <summary>Whether a notebook with this text was trusted or saved here.</summary>
    public bool Contains(string text) => Read().Contains(Draft.Hash(text));

    /// <summary>Trusts this text.</summary>
    /// <exception cref="IOException">It cannot be noted.</exception>
    public void Add(string text)
    {
        lock (_lock)
        {
            var known = Read();
            var hash = Draft.Hash(text);
            if (!known.Contains(hash))
            {
                PrivateFile.WriteText(_path, string.Join('\n', known.Append(hash).TakeLast(Most)));
            }
        }
    }

    private string[] Read() => File.Exists(_path) ? File.ReadAllLines(_path) : [];
}
