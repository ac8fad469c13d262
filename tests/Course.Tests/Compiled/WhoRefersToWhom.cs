using System.Text;

namespace Course.Tests.Compiled;

/// <summary>The arrows between projects and between folders. <c>lib/ARROWS.md</c> is their drawing; to draw it anew, delete it and run this class.</summary>
public sealed class WhoRefersToWhom
{
    private static readonly string _drawing = Path.Combine(CourseCommand.Root, "lib", "ARROWS.md");

    private static readonly string[] _inOrder = ["NotebookSession", "NotebookKernel", "NotebookPage"]; // whose folders make no circle

    public static TheoryData<string> InOrder => [.. _inOrder];

    [Fact]
    public void The_command_knows_nothing_of_a_lecture_the_session_nothing_of_kernel_page_and_course_and_the_library_nothing_of_charts()
    {
        var projects = References.Projects();

        Assert.Null(References.Circle(projects));
        Assert.Empty(projects["SequenceModels"]);
        Assert.Equal(["SequenceModels"], projects["SequenceModels.Charts"]);
        Assert.Equal(["SequenceModels", "SequenceModels.Charts"], projects["Exercises"]);
        Assert.Equal(["Exercises", "SequenceModels"], projects["Lectures.Recurrent"]);
        Assert.Empty(projects["NotebookSession"]);
        Assert.Equal(["NotebookSession"], projects["NotebookKernel"]);
        Assert.Equal(["NotebookSession"], projects["NotebookPage"]);
        Assert.DoesNotContain("Lectures.Recurrent", projects["Course"]);
        Assert.DoesNotContain("Exercises", projects["Course"]);
    }

    [Theory]
    [MemberData(nameof(InOrder))]
    public void Folders_make_no_circle(string library) => Assert.Null(References.Circle(References.Folders(library)));

    [Fact]
    public void No_two_types_of_the_house_have_one_name() => Assert.Empty(References.Types().Distinct() // lib/Files is compiled into several
        .GroupBy(type => type[(type.LastIndexOf('.') + 1)..])
        .Where(same => same.Count() > 1)
        .Select(same => string.Join(", ", same)));

    [Fact]
    public void The_drawing_is_what_the_libraries_are()
    {
        var now = new StringBuilder("# Who refers to whom\n\nDrawn from the compiled libraries; a test fails while it is another (`Course.Tests/Compiled/WhoRefersToWhom`).\n");
        Draw(now, "Projects", References.Projects());
        foreach (var library in _inOrder)
        {
            Draw(now, $"Folders of {library}", References.Folders(library));
        }

        if (!File.Exists(_drawing))
        {
            File.WriteAllText(_drawing, now.ToString());
        }

        Assert.Equal(now.ToString(), File.ReadAllText(_drawing));
    }

    private static void Draw(StringBuilder page, string title, IReadOnlyDictionary<string, IReadOnlyList<string>> arrows)
    {
        page.Append($"\n## {title}\n\n```mermaid\nflowchart LR\n");
        foreach (var (from, to) in arrows.OrderBy(arrow => arrow.Key, StringComparer.Ordinal))
        {
            page.Append(to.Count == 0 ? $"    {Node(from)}\n" : string.Concat(to.Select(other => $"    {Node(from)} --> {Node(other)}\n")));
        }

        page.Append("```\n");
    }

    private static string Node(string name) => name == References.Root ? "root[\"(root)\"]" : name;
}
