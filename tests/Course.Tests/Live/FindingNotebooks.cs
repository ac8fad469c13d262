using Course.Store;
using NotebookPage;
using NotebookPage.Live;
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
        _notebooks = new NotebookFolder(In("notebooks"), [In("notebooks/own.ipynb"), In("named/mine.ipynb"), In("named/gone.ipynb")], new StoreOptions { DataFolder = In("data") });
    }

    [Fact]
    public void Lessons_are_listed_with_number_title_and_solution() => Assert.Equal(
        [
            new("01-a.ipynb", 1, "First", "solutions/01-a.ipynb"),
            new("02-b.ipynb", 2, "Second", null),
            new("own.ipynb", null, "own", null),
            new LessonEntry("file-1/mine.ipynb", null, "Mine", null),
        ],
        _notebooks.Lessons());

    [Theory]
    [InlineData("01-a.ipynb", "notebooks/01-a.ipynb")]
    [InlineData("solutions/01-a.ipynb", "notebooks/solutions/01-a.ipynb")]
    [InlineData("file-1/mine.ipynb", "named/mine.ipynb")]
    public void A_name_means_a_file_and_the_file_has_that_name(string name, string path)
    {
        Assert.Equal(In(path), _notebooks.PathOf(name));
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
    public void Names_that_lead_elsewhere_mean_nothing(string name) => Assert.Null(_notebooks.PathOf(name));

    [Fact]
    public void A_full_path_means_nothing()
    {
        Assert.Null(_notebooks.PathOf(In("outside.ipynb")));
        Assert.Null(_notebooks.PathOf(In("notebooks/01-a.ipynb")));
        Assert.Null(_notebooks.NameOf(In("outside.ipynb")));
    }

    [Fact]
    public void Links_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making links needs rights there");
        File.CreateSymbolicLink(In("notebooks/link.ipynb"), In("outside.ipynb"));
        Directory.CreateSymbolicLink(In("notebooks/named"), In("named"));

        Assert.Null(_notebooks.PathOf("link.ipynb"));
        Assert.Null(_notebooks.PathOf("named/mine.ipynb"));
        Assert.DoesNotContain(_notebooks.Lessons(), lesson => lesson.Name == "link.ipynb");
    }

    [Fact]
    public async Task All_who_ask_for_a_notebook_get_the_same()
    {
        await using var desk = new OpenNotebooks(_notebooks, "01-a.ipynb", new LiveOptions(_ => new ScriptedSession()));
        var first = await desk.OpenAsync("01-a.ipynb");

        Assert.Same(first, await desk.OpenAsync("01-a.ipynb"));
        Assert.NotSame(first, await desk.OpenAsync("solutions/01-a.ipynb"));
        Assert.Null(await desk.OpenAsync("../outside.ipynb"));
        await desk.CloseAsync("01-a.ipynb");
        Assert.NotSame(first, await desk.OpenAsync("01-a.ipynb"));
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
