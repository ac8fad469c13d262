namespace Course.Tests.Installed;

/// <summary>The package of the course, made of what is built, in a feed of its own.</summary>
public sealed class Package : IAsyncLifetime
{
    internal const string Name = "NotebookCourse";

    private readonly CourseFolder _folder = new();

    /// <summary>The folder that it can be installed from.</summary>
    public string Feed => _folder["feed"];

    /// <summary>Its file.</summary>
    public FileInfo File => new(Directory.GetFiles(Feed).Single());

    public async ValueTask InitializeAsync()
    {
        var configuration = new FileInfo(CourseCommand.Program).Directory!.Parent!.Name;
        await DotNetAsync(
            CourseCommand.Root, [], "pack", "lib/Course", "--no-build", "-c", configuration, "-o", Feed, "-v", "quiet");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task DotNetAsync(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = CourseCommand.StartProgram([CourseCommand.DotNet, .. arguments], folder, environment);
        var ended = await CourseCommand.EndAsync(process);
        Assert.True(ended.ExitStatus == 0, ended.Output + ended.Errors);
    }
}
