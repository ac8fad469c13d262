using System.Text;
using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

public class RoundTrips
{
    [Theory]
    [InlineData("jupyter.ipynb")]
    [InlineData("one-line.ipynb")]
    [InlineData("vscode.ipynb")]
    [InlineData("colab.ipynb")]
    public void What_is_written_is_written_the_same_when_it_is_read_again(string name)
    {
        var once = Notebook.Parse(Fixtures.Text(name)).ToString();

        Assert.Equal(once, Notebook.Parse(once).ToString());
    }

    [Fact]
    public void A_notebook_that_jupyter_wrote_is_written_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("copy.ipynb");

        Notebook.Read(Fixtures.Path("jupyter.ipynb")).Write(copy);

        Assert.Equal(File.ReadAllBytes(Fixtures.Path("jupyter.ipynb")), File.ReadAllBytes(copy));
    }

    [Fact]
    public void What_another_program_keeps_in_the_metadata_stays()
    {
        const string vscode = """{"cells":[{"cell_type":"markdown","metadata":{"vscode":{"languageId":"markdown"}},"source":""}],"metadata":{"colab":{"x":1}},"nbformat":4,"nbformat_minor":2}""";

        var notebook = Notebook.Parse(Notebook.Parse(vscode).ToString());

        Assert.Equal("""{"vscode":{"languageId":"markdown"}}""", notebook.Cells[0].Metadata.ToJsonString());
        Assert.Equal("""{"colab":{"x":1}}""", notebook.Metadata.ToJsonString());
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0", "0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.0", "1.0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("1E5", "100000.0")]
    [InlineData("1e15", "1000000000000000.0")]
    [InlineData("1e16", "1e+16")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("1E-11", "1e-11")]
    [InlineData("1e-13", "1e-13")]
    [InlineData("1e23", "1e+23")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("0.1", "0.1")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("-1.25e-7", "-1.25e-07")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("9007199254740993.0", "9007199254740992.0")]
    [InlineData("9.9999999999999999", "10.0")]
    public void Numbers_are_spelled_as_python_spells_them(string read, string written) =>
        Assert.Equal(written, JsonText.Write(System.Text.Json.Nodes.JsonNode.Parse(read)));

    [Fact]
    public void Members_are_in_the_order_of_their_code_points() => Assert.Equal(
        "{\n \"A\": 1,\n \"a\": 2,\n \"\uff5e\": 3,\n \"\U0001F600\": 4\n}",
        JsonText.Write(System.Text.Json.Nodes.JsonNode.Parse("""{"😀":4,"～":3,"a":2,"A":1}""")));

    [Fact]
    public void A_new_source_is_the_only_line_that_changes()
    {
        var text = Fixtures.Text("jupyter.ipynb");
        var notebook = Notebook.Parse(text);

        notebook.CodeCells.First().Source = "var x = \"é\u001b\";\nx";

        Assert.Equal(
            text.Replace("\"var x = 1;\\n\"", "\"var x = \\\"é\\u001b\\\";\\n\"", StringComparison.Ordinal),
            notebook.ToString());
    }

    [Fact]
    public void A_new_notebook_reads_as_it_was_written()
    {
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell("# Title\n\ntext", "title"));
        notebook.Add(new CodeCell("1 + 1", "sum", ["exercise"]));
        notebook.Add(new RawCell("", "raw"));

        var read = Notebook.Parse(notebook.ToString());

        Assert.Equal(notebook.ToString(), read.ToString());
        Assert.Equal(["title", "sum", "raw"], read.Cells.Select(cell => cell.Id));
        Assert.Equal("# Title\n\ntext", read.Cells[0].Source);
        Assert.Equal(["exercise"], read.Cells[1].Tags);
    }

    [Fact]
    public void Half_a_character_is_written_as_the_sign_for_it()
    {
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell("half a pair: \ud83d, a whole one: 😀"));

        Assert.Contains("half a pair: \ufffd, a whole one: 😀", notebook.ToString(), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetByteCount(notebook.ToString()), Encoding.UTF8.GetBytes(notebook.ToString()).Length);
    }
}
