using System.Text.Json.Nodes;

namespace Course.Tests;

/// <summary>A folder to run the command in, with copies of fixtures; gone after the test.</summary>
internal sealed class CourseFolder : IDisposable
{
    public CourseFolder(params string[] fixtures)
    {
        foreach (var name in fixtures)
        {
            File.Copy(CourseCommand.Fixture(name), this[name]);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("course-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public JsonArray Cells(string name) => JsonNode.Parse(File.ReadAllText(this[name]))!["cells"]!.AsArray();

    public Task<CommandResult> RunAsync(params string[] arguments) => CourseCommand.RunAsync(Path, ["run", .. arguments]);

    public void Dispose() => Delete(Path);

    /// <summary>Deletes a folder, also while the sessions of a killed server, which end a moment after it, still write there.</summary>
    public static void Delete(string folder)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 50)
            {
                Thread.Sleep(200);
            }
        }
    }
}
