using NotebookPage.Live;
using NotebookSession.Documents;

namespace Course.Tests.Live;

/// <summary>The course's own notebooks, as far as their text tells.</summary>
public sealed class NamesInLessons : PlayedNotebook
{
    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Path.Combine(CourseCommand.Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(CourseCommand.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void After_running_a_lesson_from_the_top_nothing_is_stale_and_its_setup_is_what_all_depends_on(string path)
    {
        Cells.AddRange(Notebook.Read(Path.Combine(CourseCommand.Root, path)).CodeCells.Select(cell => Cell(cell.Id!, cell.Source)));
        Cells.ForEach(cell => Run(cell, Runs));
        Assert.Empty(Staleness.Find(Cells, Runs));

        Cells[0] = Cell(Cells[0].Id, Cells[0].Source + "// changed");
        Assert.Equal(Cells.Select(cell => cell.Id), Staleness.Find(Cells, Runs).Keys);
        Assert.Equal(Cells.Select(cell => cell.Id), Staleness.Plan(Cells, Runs));
    }
}
