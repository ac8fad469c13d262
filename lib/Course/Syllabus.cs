using System.Text.Json;
using System.Text.Json.Serialization;
using NotebookSession.Documents;

namespace Course;

/// <summary>A course: what <c>course.json</c> in a folder says of the notebooks and texts there.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Lessons">In order. Notebooks that are not among them are listed after them.</param>
/// <param name="Texts">The Markdown files that belong to it, in order, without ending.</param>
/// <param name="About">A sentence or two below the title.</param>
/// <param name="Setup">The file that each lesson loads in its first cell.</param>
/// <param name="Data">The script that makes the files that the lessons read, in the folder that its variable Folder names; null if there is none.</param>
public sealed record Syllabus(
    string Title, IReadOnlyList<Lesson> Lessons, IReadOnlyList<string> Texts, string About = "", string Setup = "setup.csx", string? Data = null)
{
    private const string FileName = "course.json";

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Why course.json was not read; null if it was, or is not there.</summary>
    [JsonIgnore]
    public string? Problem { get; init; }

    /// <summary>Whether a folder is a course's: course.json says so.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>The course in a folder. Without course.json its notebooks named NN-title are the lessons.</summary>
    /// <exception cref="UsageException">course.json is there, and describes no course.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Syllabus Of(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!IsIn(folder))
        {
            return ByName(folder);
        }

        try
        {
            var syllabus = JsonSerializer.Deserialize<Syllabus>(PlainFile.Read(path), _format)
                ?? throw new UsageException($"{path}: null, expected a course");
            return syllabus.Names.FirstOrDefault(name => !Paths.IsName(name)) is { } wrong
                ? throw new UsageException($"{path}: \"{wrong}\" is no name of a file in this folder")
                : syllabus;
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }

    /// <summary>The course in a folder that may be a stranger's: if course.json can't be read, it says so and is as if there were none.</summary>
    public static Syllabus Seen(string folder)
    {
        try
        {
            return Of(folder);
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            return ByName(folder) with { Problem = e.Message };
        }
    }

    /// <summary>A lesson's number, from 1 on; null for a notebook that isn't a lesson.</summary>
    /// <param name="name">Its file's name without ending.</param>
    public int? NumberOf(string name) => Lessons.ToList().FindIndex(lesson => lesson.Name == name) is >= 0 and var at ? at + 1 : null;

    /// <summary>"Lesson 2 of 12"; null for a notebook that isn't a lesson.</summary>
    public string? PlaceOf(string name) => NumberOf(name) is { } number ? $"Lesson {number} of {Lessons.Count}" : null;

    /// <summary>What has a name in the order of the lessons, then of the texts, then the rest as it comes.</summary>
    public IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, string> nameOf)
    {
        var order = Names.ToList();
        return all.OrderBy(item => order.IndexOf(nameOf(item)) is >= 0 and var at ? at : order.Count);
    }

    private IEnumerable<string> Names => [.. Lessons.Select(lesson => lesson.Name), .. Texts, Setup, .. Data is null ? Array.Empty<string>() : [Data]];

    private static Syllabus ByName(string folder) => new(
        new DirectoryInfo(folder).Name, [.. Files(folder, "*.ipynb").Where(IsNumbered).Select(name => new Lesson(name))], [.. Files(folder, "*.md")]);

    private static IEnumerable<string> Files(string folder, string pattern) => !Directory.Exists(folder) ? []
        : Directory.GetFiles(folder, pattern).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static bool IsNumbered(string name) => name is [>= '0' and <= '9', >= '0' and <= '9', '-', ..];
}

/// <summary>A lesson of a course.</summary>
/// <param name="Name">Its notebook's name without ending.</param>
/// <param name="Minutes">How long it takes a reader; null if nobody says.</param>
/// <param name="Sections">The sections of the lecture that it teaches.</param>
public sealed record Lesson(string Name, int? Minutes = null, IReadOnlyList<string>? Sections = null);
