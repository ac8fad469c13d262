using NotebookKernel.Running;

namespace Course.Running;

/// <summary>How this program is started once more: as a session's process, or by Jupyter as its kernel.</summary>
internal static class OwnProgram
{
    /// <summary>Whether .NET lies beside it, as in a folder that was published for one system.</summary>
    public static bool CarriesDotNet { get; } = Paths.Same(AppContext.BaseDirectory, Path.GetDirectoryName(typeof(object).Assembly.Location)!);

    /// <summary>The file in the program's folder that is started.</summary>
    public static string Name { get; } = !CarriesDotNet ? "Course.dll" : OperatingSystem.IsWindows() ? "Course.exe" : "Course";

    /// <summary>What people type to start it.</summary>
    /// <param name="verb">The verb, and what follows it.</param>
    public static string Typed(string verb) => verb.Insert(0, CourseFolder.Clone() is not null ? "dotnet run -c Release --project lib/Course -- "
        : CarriesDotNet ? $"{Path.Combine(AppContext.BaseDirectory, Name)} "
        : "notebookcourse ");

    /// <summary>The command that starts that file, here or in a copy.</summary>
    /// <exception cref="UsageException">It needs a dotnet, and there is none.</exception>
    public static string[] Command(string file) => CarriesDotNet ? [file]
        // Not the small program beside the library: that finds .NET only where it is installed for all users.
        : [Programs.DotNet() ?? throw new UsageException($"no dotnet in PATH. Install {Doctoring.Sdk.Wanted}"), file];
}
