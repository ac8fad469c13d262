using System.Text.RegularExpressions;
using Course.Authoring;
using NotebookSession.Documents;

namespace Notebooks.Tests;

public sealed partial class CommittedNotebooks
{
    private const int LargestFile = 500_000;

    [Fact]
    public void They_are_what_their_sources_make()
    {
        var made = Author.Make(CourseNotebooks.Folder).ToList();

        Assert.All(made, lesson => Assert.True(File.Exists(lesson.Path), $"{lesson.Path} is missing. Run: author"));
        Assert.All(made, lesson => Assert.Equal(File.ReadAllText(lesson.Path), lesson.Notebook.ToString()));
        Assert.Equal(2 * CourseNotebooks.Lessons.Count, made.Count);
    }

    [Theory]
    [MemberData(nameof(CourseNotebooks.All), MemberType = typeof(CourseNotebooks))]
    public void They_hold_the_outputs_of_a_whole_run(string name) => Assert.Equal(
        Enumerable.Range(1, CourseNotebooks.Read(name).CodeCells.Count()),
        CourseNotebooks.Read(name).CodeCells.Select(cell => cell.ExecutionCount ?? 0));

    [Theory]
    [MemberData(nameof(CourseNotebooks.All), MemberType = typeof(CourseNotebooks))]
    public void They_say_of_the_language_what_the_kernel_says_and_what_VS_Code_would_add(string name)
    {
        var notebook = CourseNotebooks.Read(name);

        Assert.Equal(LanguageInfo.CSharp().ToJsonString(), notebook.Metadata["language_info"]!.ToJsonString());
        Assert.All(notebook.CodeCells, cell => Assert.Equal("csharp", (string?)cell.Metadata["vscode"]?["languageId"]));
    }

    [Theory]
    [MemberData(nameof(CourseNotebooks.All), MemberType = typeof(CourseNotebooks))]
    public void They_hold_no_number_that_Python_and_JavaScript_write_in_different_ways(string name) =>
        Assert.DoesNotMatch(WithExponent(), File.ReadAllText(CourseNotebooks.PathOf(name)));

    [Theory]
    [MemberData(nameof(CourseNotebooks.All), MemberType = typeof(CourseNotebooks))]
    public void They_are_small_and_name_no_machine_no_server_and_no_time(string name)
    {
        var text = File.ReadAllText(CourseNotebooks.PathOf(name));

        Assert.InRange(text.Length, 0, LargestFile);
        Assert.DoesNotMatch(Elsewhere(), text);
    }

    [Theory]
    [MemberData(nameof(CourseNotebooks.All), MemberType = typeof(CourseNotebooks))]
    public void Their_links_lead_to_files_that_are_there(string name)
    {
        var folder = Path.GetDirectoryName(CourseNotebooks.PathOf(name))!;
        var links = CourseNotebooks.Read(name).Cells.OfType<MarkdownCell>().SelectMany(cell => Link().Matches(cell.Source));

        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, link.Groups["file"].Value)), link.Value));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("data/README.md")]
    [InlineData("notebooks/course-map.md")]
    [InlineData("notebooks/exam.md")]
    [InlineData("notebooks/glossary.md")]
    [InlineData("notebooks/instructors.md")]
    [InlineData("notebooks/jupyterhub.md")]
    [InlineData("notebooks/references.md")]
    public void Links_of_a_page_lead_to_files_that_are_there(string page)
    {
        var path = Path.Combine(CourseNotebooks.Root, page);
        var links = FileLink().Matches(File.ReadAllText(path));

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, link.Groups["file"].Value)), link.Value));
    }

    [Fact]
    public void The_map_and_the_README_list_every_lesson() => Assert.All(CourseNotebooks.Lessons, lesson => Assert.All(
        new[] { "notebooks/course-map.md", "README.md" },
        page => Assert.Contains($"{lesson})", File.ReadAllText(Path.Combine(CourseNotebooks.Root, page)), StringComparison.Ordinal)));

    // The web, an absolute path, or a time of day or date.
    [GeneratedRegex(@"https?://(?!www\.w3\.org/)|/home/|/root/|/tmp/|/work/|/Users/|[A-Z]:\\\\|\b\d\d:\d\d:\d\d\b|\b20\d\d-\d\d-\d\d\b")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^\s*(""\w+"": )?-?\d[\d.]*[eE][-+]?\d+,?$", RegexOptions.Multiline)]
    private static partial Regex WithExponent();

    [GeneratedRegex(@"\]\((?<file>[^)#]+\.(ipynb|md))(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#]+)(#[^)]*)?\)")]
    private static partial Regex FileLink();
}
