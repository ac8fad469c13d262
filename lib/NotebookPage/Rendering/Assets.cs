using System.Reflection;

namespace NotebookPage.Rendering;

/// <summary>The style sheets and scripts that come with a library.</summary>
public static class Assets
{
    /// <summary>The file with this name in a folder <c>assets</c> of this library, or of another; null if there is none.</summary>
    public static Stream? Find(string name, Assembly? of = null) => (of ?? typeof(Assets).Assembly).GetManifestResourceStream($"assets/{name}");

    /// <summary>Its text.</summary>
    public static string Read(string name, Assembly? of = null)
    {
        using var reader = new StreamReader(Find(name, of) ?? throw new ArgumentException($"There is no asset named {name}.", nameof(name)));
        return reader.ReadToEnd();
    }
}
