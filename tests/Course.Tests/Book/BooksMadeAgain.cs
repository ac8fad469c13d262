using Course.Tests.Page;
using NotebookSession.Documents;

namespace Course.Tests.Book;

/// <summary>The book of a small course, made several times.</summary>
public sealed class BooksMadeAgain : IDisposable
{
    private readonly CourseFolder _course = new();

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task Only_a_lesson_that_changed_or_failed_or_whose_course_changed_is_run_again()
    {
        var program = ServingFromACopy.CopyTo(_course["program"]);
        await File.WriteAllTextAsync(_course["NotebookCourse.sln"], "", TestContext.Current.CancellationToken);
        Lesson("notebooks/01-lesson.ipynb", "40 + 2");
        Lesson("notebooks/solutions/01-lesson.ipynb", "throw new Exception(\"no\");");
        foreach (var text in Directory.GetFiles(Path.Combine(CourseCommand.Root, "notebooks"), "*.md"))
        {
            File.Copy(text, _course[$"notebooks/{Path.GetFileName(text)}"]);
        }

        Assert.Equal(["01-lesson", "solutions/01-lesson"], await RunAsync());
        Assert.Equal(["solutions/01-lesson"], await RunAsync());

        Lesson("notebooks/solutions/01-lesson.ipynb", "1");
        Assert.Equal(["solutions/01-lesson"], await RunAsync());
        Assert.Equal([], await RunAsync());
        Assert.Contains(">42<", await File.ReadAllTextAsync(_course["book/01-lesson.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await File.AppendAllTextAsync(_course["program/SequenceModels.dll"], " ", TestContext.Current.CancellationToken);
        Assert.Equal(["01-lesson", "solutions/01-lesson"], await RunAsync());

        // The lessons of which a cell ran.
        async Task<IEnumerable<string>> RunAsync()
        {
            using var book = CourseCommand.StartCopy(
                program, _course.Path, [("HOME", _course["home"]), ("XDG_DATA_HOME", "")], ["book", "--out", "book"]);
            var lines = (await CourseCommand.EndAsync(book)).Output.Split('\n');
            return lines.Zip(lines.Skip(1)).Where(pair => pair.Second.StartsWith("  [1/1]", StringComparison.Ordinal))
                .Select(pair => pair.First["notebooks/".Length..^".ipynb".Length]);
        }
    }

    private void Lesson(string name, string code)
    {
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell("# A lesson\n\nText.", "title"));
        notebook.Add(new CodeCell(code, "first"));
        Directory.CreateDirectory(Path.GetDirectoryName(_course[name])!);
        notebook.Write(_course[name]);
    }
}
