namespace NotebookSession.Tests.Documents;

/// <summary>Notebooks as other programs write them.</summary>
internal static class Fixtures
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Documents", "fixtures", name);

    public static string Text(string name) => File.ReadAllText(Path(name));
}
