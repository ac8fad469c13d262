namespace Portability;

/// <summary>The course as it is on another machine: a clone, and in it what is built for that machine, with its .NET beside it.</summary>
/// <param name="Course">The clone.</param>
/// <param name="Program">The command.</param>
/// <param name="Numbers">The library's tests, of which one compares bits.</param>
internal sealed record Build(string Course, string Program, string Numbers)
{
    /// <summary>Builds everything below a folder.</summary>
    public static async Task<Build> MakeAsync(Machine machine, Shell shell, string folder)
    {
        var course = Path.Combine(folder, "course");
        await shell.RunAsync(folder, "git", "clone", "-q", Directory.GetCurrentDirectory(), course);
        // Where setup.csx finds the libraries.
        var program = await PublishAsync("lib/Course", "Course", Path.Combine(course, "lib/Course/bin/Release/net10.0"));
        var numbers = await PublishAsync("tests/SequenceModels.Tests", "SequenceModels.Tests", Path.Combine(folder, "numbers"));
        return new Build(course, program, numbers);

        async Task<string> PublishAsync(string project, string name, string target)
        {
            Console.WriteLine($"building {name} for {machine.Runtime}");
            await shell.RunAsync(
                course, "dotnet", "publish", project, "-c", "Release", "-r", machine.Runtime, "--self-contained", "-v", "quiet",
                "-o", target, "--artifacts-path", Path.Combine(folder, "artifacts"));
            machine.Wrap(Path.Combine(target, name));
            return Path.Combine(target, name);
        }
    }
}
