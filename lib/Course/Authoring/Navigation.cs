namespace Course.Authoring;

/// <summary>The line at the top and at the end of a notebook that leads to its neighbours.</summary>
internal static class Navigation
{
    public static string Line(IReadOnlyList<LessonSource> course, LessonSource lesson, Edition edition)
    {
        var at = course.Select(other => other.Name).ToList().IndexOf(lesson.Name);
        return string.Join(" · ", Parts().OfType<string>());

        IEnumerable<string?> Parts()
        {
            yield return at > 0 ? $"[← {course[at - 1].Title}]({course[at - 1].Name}.ipynb)" : null;
            yield return at + 1 < course.Count ? $"[{course[at + 1].Title} →]({course[at + 1].Name}.ipynb)" : null;
            yield return $"[{edition.Twin.Text}]({edition.Twin.Folder}{lesson.Name}.ipynb)";
        }
    }
}
