using System.Text.RegularExpressions;

namespace Course.Authoring;

/// <summary>What must hold in a lesson's source before a notebook is made of it.</summary>
internal static partial class SourceRules
{
    private const int WidestCode = 100;

    public static LessonSource Require(LessonSource lesson)
    {
        if (lesson.Cells is not [SourceCell.Prose title, ..] || !title.Text.StartsWith("# ", StringComparison.Ordinal))
        {
            throw new LessonSourceException($"{lesson.Name}: the first line must be the title, '# …'.");
        }

        if (lesson.Cells.GroupBy(cell => cell.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new LessonSourceException($"{lesson.Name}: two cells have the id '{twice.Key}'.");
        }

        if (lesson.Cells.OfType<SourceCell.Code>().SelectMany(cell => cell.Text.Split('\n')).FirstOrDefault(line => line.Length > WidestCode)
            is { } wide)
        {
            throw new LessonSourceException(
                $"{lesson.Name}: a line of code is cut on a narrow screen; at most {WidestCode} characters, please: {wide.Trim()}");
        }

        var anchors = lesson.Cells.OfType<SourceCell.Prose>().Where(cell => cell.Anchor).Select(cell => cell.Id).ToHashSet();
        var links = lesson.Cells.OfType<SourceCell.Prose>().SelectMany(cell => Links().Matches(cell.Text));
        return links.FirstOrDefault(link => !anchors.Contains(link.Groups["id"].Value)) is { } lost
            ? throw new LessonSourceException($"{lesson.Name}: the link {lost.Value} leads to no heading with that id.")
            : lesson;
    }

    [GeneratedRegex(@"\]\(#(?<id>[^)]*)\)")]
    private static partial Regex Links();
}
