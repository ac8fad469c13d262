using Course.Authoring;

namespace Notebooks.Tests;

public sealed class CuttingSources
{
    private const string Source = """
        # A title

        Some text with `code`.

        ```csharp {#setup}
        #load "setup.csx"
        ```

        Text between.

        ```
        # not a heading
        ```

        ## A section {#section}

        See [it](#section).

        ```csharp {#answer .raises-exception .slow}
        var before = 1;
        // BEGIN SOLUTION
        int? answer = 42;
        // STUB
        int? answer = null;
        // END SOLUTION
        ```
        """;

    [Fact]
    public void Headings_and_csharp_fences_begin_cells()
    {
        var cells = LessonSource.Parse("01-a-title", Source).Cells;

        Assert.Equal(["a-title", "setup", "after-setup", "section", "answer"], cells.Select(cell => cell.Id));
        Assert.Equal("#load \"setup.csx\"", cells[1].Text);
        Assert.Equal("Text between.\n\n```\n# not a heading\n```", cells[2].Text);
        Assert.Equal("## A section\n\nSee [it](#section).", cells[3].Text);
        Assert.Equal(["raises-exception", "slow"], Assert.IsType<SourceCell.Code>(cells[4]).Tags);
    }

    [Fact]
    public void A_solution_is_in_the_solved_notebook_and_its_stub_in_the_other()
    {
        var lesson = LessonSource.Parse("01-a-title", Source);

        Assert.Equal("var before = 1;\nint? answer = null;", LastCode(lesson, Edition.Student));
        Assert.Equal("var before = 1;\nint? answer = 42;", LastCode(lesson, Edition.Solved));
    }

    [Fact]
    public void Solutions_find_setup_one_folder_up()
    {
        var lesson = LessonSource.Parse("01-a-title", Source);

        Assert.Equal("#load \"../setup.csx\"", LessonNotebook.Make([lesson], lesson, Edition.Solved).CodeCells.First().Source);
    }

    [Fact]
    public void Solutions_find_the_course_s_texts_one_folder_up_and_lessons_beside_them()
    {
        var lesson = LessonSource.Parse("01-a-title", "# A title\n\nSee [B](references.md#b), [C](02-c.ipynb) and [terms](glossary.md).");

        Assert.Contains(
            "See [B](references.md#b), [C](02-c.ipynb) and [terms](glossary.md).", First(Edition.Student));
        Assert.Contains(
            "See [B](../references.md#b), [C](02-c.ipynb) and [terms](../glossary.md).", First(Edition.Solved));
        string First(Edition edition) => LessonNotebook.Make([lesson], lesson, edition).Cells[0].Source;
    }

    [Fact]
    public void Lessons_link_to_their_neighbours_and_their_twin()
    {
        var course = "01-a 02-b 03-c".Split(' ').Select(name => LessonSource.Parse(name, $"# Lesson {name[3..]}")).ToList();

        var line = LessonNotebook.Make(course, course[1], Edition.Solved).Cells[^1].Source;

        Assert.Equal(
            "[← Lesson a](01-a.ipynb) · [Lesson c →](03-c.ipynb) · [Back to the lesson](../02-b.ipynb)", line);
    }

    [Fact]
    public void A_lesson_says_in_its_first_lines_what_to_click_in_VS_Code()
    {
        var lesson = LessonSource.Parse("01-a-title", Source);

        Assert.Matches("In VS Code, the first time: trust the folder.*Jupyter Kernel", LessonNotebook.Make([lesson], lesson, Edition.Student).Cells[0].Source);
    }

    [Fact]
    public void Unchanged_cells_keep_their_outputs()
    {
        var lesson = LessonSource.Parse("01-a-title", Source);
        var before = LessonNotebook.Make([lesson], lesson, Edition.Student);
        foreach (var cell in before.CodeCells)
        {
            cell.ExecutionCount = 7;
        }

        var edited = LessonSource.Parse("01-a-title", Source.Replace("before = 1", "before = 2", StringComparison.Ordinal));
        var after = LessonNotebook.Make([edited], edited, Edition.Student, before);

        Assert.Equal([7, null], after.CodeCells.Select(cell => cell.ExecutionCount));
    }

    [Theory]
    [InlineData("## No title", "the first line must be the title")]
    [InlineData("", "the first line must be the title")]
    [InlineData("# T\n```csharp\n1\n```", "a code cell needs an id")]
    [InlineData("# T\n```csharp {#a}\n1", "the fence in line 2 has no end")]
    [InlineData("# T\n```csharp {#a}\n1\n```\n```csharp {#a}\n2\n```", "two cells have the id 'a'")]
    [InlineData("# T\n```csharp {#a}\nvar x = 1111111111 + 1111111111 + 1111111111 + 1111111111 + 1111111111 + 1111111111 + 1111111111 + 1;\n```", "at most 100 characters")]
    [InlineData("# T\nsee [x](#nowhere)", "(#nowhere) leads to no heading")]
    public void A_faulty_source_is_refused_in_one_line(string source, string message) =>
        Assert.Contains(message, Assert.Throws<LessonSourceException>(() => LessonSource.Parse("01-t", source)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("// BEGIN SOLUTION\n1")]
    [InlineData("// STUB\n1")]
    [InlineData("// BEGIN SOLUTION\n1\n// END SOLUTION")]
    [InlineData("// BEGIN SOLUTION\n1\n// STUB\n2")]
    public void A_solution_block_without_its_three_marks_is_refused(string code) =>
        Assert.Throws<LessonSourceException>(() => Solution.ForStudent(code));

    private static string LastCode(LessonSource lesson, Edition edition) =>
        LessonNotebook.Make([lesson], lesson, edition).CodeCells.Last().Source;
}
