using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

public class MalformedNotebooks
{
    private const string Cell = """{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":[]}""";

    [Theory]
    [InlineData("", "n.ipynb: the file is empty")]
    [InlineData("hello", "n.ipynb: not JSON at line 1, column 1: ")]
    [InlineData("{\n \"cells\": [\n", "n.ipynb: not JSON at line 3, column 1: ")]
    [InlineData("{} trailing", "n.ipynb: not JSON at line 1, column 4: ")]
    [InlineData("{\n<<<<<<< HEAD\n}", "n.ipynb: not JSON at line 2, column 1: an unresolved merge conflict (<<<<<<<)")]
    [InlineData("[]", "n.ipynb: the file holds a list, expected a JSON object with \"cells\"")]
    [InlineData("null", "n.ipynb: the file holds null, expected")]
    [InlineData("{}", "n.ipynb: nbformat is missing, expected 4")]
    [InlineData("""{"nbformat":3,"worksheets":[]}""", "n.ipynb: nbformat is 3, expected 4; open it in Jupyter and save it")]
    [InlineData("""{"nbformat":5}""", "n.ipynb: nbformat is 5, expected 4")]
    [InlineData("""{"nbformat":"4"}""", "n.ipynb: nbformat is \"4\", expected 4")]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{}}""", "n.ipynb: cells is null or missing, expected a list")]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":{}}""", "n.ipynb: cells is an object, expected a list")]
    public void A_file_that_is_no_notebook_is_refused_in_one_line(string text, string message) => Refused(text, message);

    [Theory]
    [InlineData("7", "cells[1] is the number 7, expected an object")]
    [InlineData("""{"metadata":{},"source":""}""", "cells[1].cell_type is null or missing, expected code or markdown or raw")]
    [InlineData("""{"cell_type":"heading","metadata":{},"source":""}""", "cells[1].cell_type is \"heading\", expected code or markdown or raw")]
    [InlineData("""{"cell_type":["code"],"metadata":{},"source":""}""", "cells[1].cell_type is a list, expected code or markdown or raw")]
    [InlineData("""{"cell_type":"markdown","metadata":{},"source":{}}""", "cells[1].source is an object, expected a string or a list of strings")]
    [InlineData("""{"cell_type":"markdown","metadata":{},"source":["a",{}]}""", "cells[1].source is a list, expected a string or a list of strings")]
    public void A_malformed_cell_is_refused_with_its_place(string cell, string message) => Refused(
        $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{{Cell}},{{cell}}]}""",
        "n.ipynb: " + message);

    [Fact]
    public void A_file_that_is_not_text_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("n.ipynb"), [(byte)'{', 0xff, 0xfe]);

        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Read(folder.File("n.ipynb")));

        Assert.EndsWith("n.ipynb: not UTF-8 at byte 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Read(folder.Path));

        Assert.EndsWith(": a folder, expected a notebook", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Equal(
        "absent.ipynb: no such file",
        Assert.Throws<FileNotFoundException>(() => Notebook.Read("absent.ipynb")).Message);

    private static void Refused(string text, string message)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(text, "n.ipynb"));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
