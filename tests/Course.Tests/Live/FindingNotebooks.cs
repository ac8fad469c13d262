using Course.Live;
using NotebookSession.Documents;

namespace Course.Tests.Live;

public sealed class FindingNotebooks : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-");
    private readonly NotebookFolder _notebooks;

    public FindingNotebooks()
    {
        Make("notebooks/02-b.ipynb", "# Second");
        Make("notebooks/01-a.ipynb", "# First\nmore");
        Make("notebooks/own.ipynb", "no heading");
        Make("notebooks/solutions/01-a.ipynb", "# First");
        Make("notebooks/.hidden/x.ipynb", "");
        Make("outside.ipynb", "# Outside");
        Make("named/mine.ipynb", "# Mine");
        File.WriteAllText(In("notebooks/setup.csx"), "");
        _notebooks = new NotebookFolder(In("notebooks"), [In("notebooks/own.ipynb"), In("named/mine.ipynb"), In("named/gone.ipynb")]);
    }

    [Fact]
    public void Lessons_are_listed_with_number_title_and_solution() => Assert.Equal(
        [
            new("01-a.ipynb", 1, "First", In("notebooks/01-a.ipynb"), "solutions/01-a.ipynb"),
            new("02-b.ipynb", 2, "Second", In("notebooks/02-b.ipynb"), null),
            new("own.ipynb", null, "own", In("notebooks/own.ipynb"), null),
            new LessonEntry("file-1/mine.ipynb", null, "Mine", In("named/mine.ipynb"), null),
        ],
        _notebooks.Lessons());

    [Theory]
    [InlineData("01-a.ipynb", "notebooks/01-a.ipynb")]
    [InlineData("solutions/01-a.ipynb", "notebooks/solutions/01-a.ipynb")]
    [InlineData("file-1/mine.ipynb", "named/mine.ipynb")]
    public void A_name_means_a_file_and_the_file_has_that_name(string name, string path)
    {
        Assert.Equal(In(path), _notebooks.Find(name));
        Assert.Equal(name, _notebooks.NameOf(In(path)));
    }

    [Theory]
    [InlineData("../outside.ipynb")]
    [InlineData("solutions/../../outside.ipynb")]
    [InlineData("solutions/../01-a.ipynb")]
    [InlineData("./01-a.ipynb")]
    [InlineData("..\\outside.ipynb")]
    [InlineData("solutions\\01-a.ipynb")]
    [InlineData("//01-a.ipynb")]
    [InlineData("01-a.ipynb/")]
    [InlineData("01-a.ipynb\0")]
    [InlineData("C:01-a.ipynb")]
    [InlineData(".hidden/x.ipynb")]
    [InlineData("setup.csx")]
    [InlineData("solutions")]
    [InlineData("missing.ipynb")]
    [InlineData("file-2/gone.ipynb")]
    [InlineData("file-1/other.ipynb")]
    [InlineData("")]
    [InlineData("..")]
    public void Names_that_lead_elsewhere_mean_nothing(string name) => Assert.Null(_notebooks.Find(name));

    [Fact]
    public void A_full_path_means_nothing()
    {
        Assert.Null(_notebooks.Find(In("outside.ipynb")));
        Assert.Null(_notebooks.Find(In("notebooks/01-a.ipynb")));
        Assert.Null(_notebooks.NameOf(In("outside.ipynb")));
    }

    [Fact]
    public void Links_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making links needs rights there");
        File.CreateSymbolicLink(In("notebooks/link.ipynb"), In("outside.ipynb"));
        Directory.CreateSymbolicLink(In("notebooks/named"), In("named"));

        Assert.Null(_notebooks.Find("link.ipynb"));
        Assert.Null(_notebooks.Find("named/mine.ipynb"));
        Assert.DoesNotContain(_notebooks.Lessons(), lesson => lesson.Name == "link.ipynb");
    }

    [Fact]
    public async Task All_who_ask_for_a_notebook_get_the_same()
    {
        await using var open = new OpenNotebooks(_notebooks, new LiveOptions { DataFolder = In("data"), StartSession = _ => new ScriptedSession() });

        Assert.Same(open.Open("01-a.ipynb"), open.Open("01-a.ipynb"));
        Assert.NotSame(open.Open("01-a.ipynb"), open.Open("solutions/01-a.ipynb"));
        Assert.Null(open.Open("../outside.ipynb"));
        var before = open.Open("01-a.ipynb");
        await open.CloseAsync("01-a.ipynb");
        Assert.NotSame(before, open.Open("01-a.ipynb"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string path) => Path.Combine([_folder.FullName, .. path.Split('/')]);

    private void Make(string path, string markdown)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell(markdown, "top"));
        notebook.Write(In(path));
    }
}
