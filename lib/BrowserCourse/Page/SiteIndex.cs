using System.Text.Json;
using System.Text.Json.Serialization;
using NotebookPage;

namespace BrowserCourse.Page;

/// <summary>What a site says of itself, in <c>course.json</c> beside its page.</summary>
/// <param name="Title">The course's title.</param>
/// <param name="Lessons">Its lessons.</param>
/// <param name="Texts">Its texts.</param>
/// <param name="Files">The files that cells find, from the notebooks' folder: "setup.csx", "../data/reviews.tsv".</param>
public sealed record SiteIndex(string Title, IReadOnlyList<SiteLesson> Lessons, IReadOnlyList<TextEntry> Texts, IReadOnlyList<string> Files)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "course.json";
}

/// <summary>A lesson of a site.</summary>
/// <param name="Entry">As the list shows it.</param>
/// <param name="Place">"Lesson 2 of 12".</param>
public sealed record SiteLesson(LessonEntry Entry, string? Place);

/// <summary>Reads the site's files without a look at the types while it runs, which takes a browser half a second.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SiteIndex))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SiteJson : JsonSerializerContext;
