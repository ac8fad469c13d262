using System.Security.Cryptography;
using System.Text;
using NotebookSession.Documents;

namespace Course.Running;

/// <summary>Executed copies of notebooks, each under a digest of all that its outputs follow from: the notebook, the scripts
/// and data beside it, and the built programs.</summary>
internal sealed class KnownRuns
{
    private readonly string _lessons, _folder;
    private readonly byte[] _shared;

    /// <summary>The known runs of a course.</summary>
    /// <param name="lessons">The folder of its notebooks; its data lie beside.</param>
    /// <param name="folder">Where the copies are kept.</param>
    public KnownRuns(string lessons, string folder)
    {
        (_lessons, _folder) = (lessons, folder);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string[])[.. Files(AppContext.BaseDirectory, "*.dll"), .. Files(lessons, "*.csx"), .. Files(Path.Combine(lessons, "..", "data"), "*")])
        {
            digest.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(file))));
            digest.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        _shared = digest.GetHashAndReset();
    }

    /// <summary>Where the executed copy of a notebook is if nothing has changed since, and where it belongs if something has.</summary>
    public string Place(string path, Notebook notebook)
    {
        var digest = SHA256.HashData([.. _shared, .. Encoding.UTF8.GetBytes(notebook.ToString())]);
        return Path.Combine(_folder, Path.ChangeExtension(Path.GetRelativePath(_lessons, path), null), $"{Convert.ToHexStringLower(digest)}.ipynb");
    }

    /// <summary>Keeps an executed copy, and none that is older.</summary>
    public static void Keep(string place, Notebook executed)
    {
        var folder = Path.GetDirectoryName(place)!;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var older in Directory.GetFiles(folder))
            {
                File.Delete(older);
            }

            executed.Write(place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It will be run again.
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
