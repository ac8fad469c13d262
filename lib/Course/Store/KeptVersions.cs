using System.Globalization;

namespace Course.Store;

/// <summary>Versions of notebooks that lost a conflict. They lie outside the course, where nothing takes them for lessons.</summary>
internal sealed class KeptVersions(string folder, TimeProvider clock)
{
    /// <summary>Keeps a version, and tells where.</summary>
    /// <param name="notebook">The notebook's path.</param>
    /// <param name="whose">"mine" or "theirs".</param>
    /// <param name="text">The file's text.</param>
    public string Keep(string notebook, string whose, string text)
    {
        var kept = Path.Combine(folder, "kept");
        var time = clock.GetLocalNow().ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
        var name = $"{Path.GetFileNameWithoutExtension(notebook)}.{whose}-{time}";
        var path = Enumerable.Range(1, 1000).Select(i => Path.Combine(kept, i == 1 ? $"{name}.ipynb" : $"{name}-{i}.ipynb"))
            .First(candidate => !File.Exists(candidate));
        PrivateFile.WriteText(path, text);
        return path;
    }
}
