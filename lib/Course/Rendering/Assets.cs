namespace Course.Rendering;

/// <summary>The style sheets and scripts that come with this program.</summary>
public static class Assets
{
    /// <summary>The text of the file with this name in one of the folders <c>assets</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new ArgumentException($"There is no asset named {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
