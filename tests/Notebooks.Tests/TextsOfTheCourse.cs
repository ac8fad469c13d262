using System.Text.RegularExpressions;
using Course;

namespace Notebooks.Tests;

/// <summary>The glossary and the references, and the lessons that they speak of.</summary>
public sealed partial class TextsOfTheCourse
{
    private static readonly Dictionary<string, string> _sources =
        Directory.GetFiles(Path.Combine(CourseNotebooks.Folder, "source"), "*.md")
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);

    [Fact]
    public void Every_term_of_the_glossary_is_used_in_the_lessons_that_it_sends_to()
    {
        var missing =
            from row in Row().Matches(Text("glossary"))
            from lesson in Lesson().Matches(row.Groups["lessons"].Value)
            from term in row.Groups["terms"].Value.Replace("`", "", StringComparison.Ordinal).Split(", ")
            where !InOneLine(_sources[lesson.Groups["name"].Value]).Contains(term, StringComparison.OrdinalIgnoreCase)
            select $"{lesson.Groups["name"].Value}: {term}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_work_that_a_lesson_names_is_in_the_references_and_every_reference_names_the_lessons_that_name_it()
    {
        var named =
            from source in _sources
            from link in Citation().Matches(source.Value)
            select (Work: link.Groups["work"].Value, Lesson: source.Key);
        var listed =
            from entry in Text("references").Split("\n### ").Skip(1)
            from lesson in Lesson().Matches(entry)
            select (Work: entry.Split('\n')[0].ToLowerInvariant().Replace(' ', '-'), Lesson: lesson.Groups["name"].Value);

        Assert.Equal(named.Distinct().Order(), listed.Order());
    }

    [Fact]
    public void The_course_names_every_lesson_in_order_with_the_minutes_that_it_says_itself() => Assert.Equal(
        _sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => (source.Key, Minutes().Match(source.Value).Groups["minutes"].Value)),
        Syllabus.Of(CourseNotebooks.Folder).Lessons.Select(lesson => (lesson.Name, $"{lesson.Minutes}")));

    private static string Text(string name) => File.ReadAllText(Path.Combine(CourseNotebooks.Folder, name + ".md"));

    private static string InOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^\| (?<terms>[^|]+) \| .* \| (?<lessons>\[\d.*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"\*\*Time:\*\* (?<minutes>\d+) minutes", RegexOptions.ExplicitCapture)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\((?<name>\d\d-[\w-]+)\.ipynb\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Lesson();

    [GeneratedRegex(@"\(references\.md#(?<work>[\w-]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Citation();
}
