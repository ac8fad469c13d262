using System.Reflection;

namespace NotebookPage.Rendering;

/// <summary>The style sheets and scripts that come with a library.</summary>
public static class Assets
{
    private const string Folder = "assets/";

    /// <summary>The names of those of this library.</summary>
    public static IEnumerable<string> Names => typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]);

    /// <summary>The file with this name in a folder <c>assets</c> of this library, or of another; null if there is none.</summary>
    public static Stream? Find(string name, Assembly? of = null) => (of ?? typeof(Assets).Assembly).GetManifestResourceStream(Folder + name);

    /// <summary>Its text.</summary>
    public static string Read(string name, Assembly? of = null)
    {
        using var reader = new StreamReader(Find(name, of) ?? throw new ArgumentException($"There is no asset named {name}.", nameof(name)));
        return reader.ReadToEnd();
    }
}
