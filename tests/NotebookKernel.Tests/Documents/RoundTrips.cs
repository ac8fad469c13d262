using System.Text;
using NotebookKernel.Documents;

namespace NotebookKernel.Tests.Documents;

public class RoundTrips
{
    [Theory]
    [InlineData("jupyter.ipynb")]
    [InlineData("vscode.ipynb")]
    [InlineData("colab.ipynb")]
    [InlineData("one-line.ipynb")]
    public void An_untouched_notebook_is_written_byte_for_byte(string name)
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("copy.ipynb");

        Notebook.Read(Fixtures.Path(name)).Write(copy);

        Assert.Equal(File.ReadAllBytes(Fixtures.Path(name)), File.ReadAllBytes(copy));
    }

    [Theory]
    [InlineData("\r\n", "", "")]
    [InlineData("\n", "\ufeff", "")]
    [InlineData("\n", "\n ", "\n\n")]
    public void Line_ends_a_byte_order_mark_and_outer_white_space_are_kept(string newLine, string head, string tail)
    {
        var text = head + Fixtures.Text("vscode.ipynb").Trim().ReplaceLineEndings(newLine) + tail;

        Assert.Equal(text, Notebook.Parse(text).ToString());
    }

    [Fact]
    public void Odd_layouts_escapes_and_numbers_survive_a_change_elsewhere()
    {
        const string odd = """{"a":  [1.0,1E+5, 1e5 ], "\u0062": "\u003c\/\ud83d" }""";
        var text = Fixtures.Text("jupyter.ipynb").Replace("\"unknown_key\": {", $"\"odd\": {odd},\n \"unknown_key\": {{", StringComparison.Ordinal);
        var notebook = Notebook.Parse(text);

        notebook.CodeCells.First().ExecutionCount = 99;

        Assert.Equal(text.Replace("\"execution_count\": 1,\n   \"id\"", "\"execution_count\": 99,\n   \"id\"", StringComparison.Ordinal), notebook.ToString());
    }

    [Theory]
    [InlineData("jupyter.ipynb")]
    [InlineData("vscode.ipynb")]
    [InlineData("colab.ipynb")]
    [InlineData("one-line.ipynb")]
    public void Everything_rewritten_looks_as_the_program_wrote_it(string name)
    {
        var text = Fixtures.Text(name);
        var notebook = Notebook.Parse(text);

        // The same values, but no longer those that were read: nothing keeps its old characters.
        var rewritten = JsonText.Write(notebook.Json, null, JsonLayout.Of(text));

        Assert.Equal(text.Trim(), rewritten);
    }

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
    public void A_source_in_one_string_stays_one_string()
    {
        var notebook = Notebook.Parse(Fixtures.Text("colab.ipynb"));

        notebook.CodeCells.First().Source = "1;\n2";

        Assert.Contains("\"source\": \"1;\\n2\"", notebook.ToString(), StringComparison.Ordinal);
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
    public void Invalid_text_is_escaped_so_that_it_can_be_written()
    {
        var notebook = new Notebook();
        notebook.Add(new MarkdownCell("half a pair: \ud83d, a whole one: 😀"));

        Assert.Contains("half a pair: \\ud83d, a whole one: 😀", notebook.ToString(), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetByteCount(notebook.ToString()), Encoding.UTF8.GetBytes(notebook.ToString()).Length);
    }
}
