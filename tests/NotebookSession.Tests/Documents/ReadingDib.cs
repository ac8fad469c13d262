using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

public sealed class ReadingDib
{
    private const string Text = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":["work"],"name":"sql-work"}]}}

        #!csharp

        #!time
        var x = 1;

        #!markdown

        # A title
        with #!csharp in a line

        #!fsharp

        let y = 2

        #!work

        select 1

        #!html

        <b>bold</b>

        """;

    [Fact]
    public void A_line_with_the_name_of_a_language_begins_a_cell_and_other_directives_do_not()
    {
        var notebook = Notebook.Parse(Text, "n.dib");

        Assert.Equal(
            ["CodeCell: #!time\nvar x = 1;", "MarkdownCell: # A title\nwith #!csharp in a line", "CodeCell: let y = 2", "CodeCell: select 1", "CodeCell: <b>bold</b>"],
            notebook.Cells.Select(cell => $"{cell.GetType().Name}: {cell.Source}"));
        Assert.Equal(
            ["#!time\nvar x = 1;", "#!fsharp\vlet y = 2", "select 1", "#!html\v<b>bold</b>"], notebook.CodeCells.Select(cell => cell.Code));
        Assert.True(notebook.IsCSharp);
    }

    [Theory]
    [InlineData("fsharp", "let x = 1", "#!fsharp\vlet x = 1")]
    [InlineData("fsharp", "#!set --name x --value 1\nx", "#!fsharp\v#!set --name x --value 1\nx")]
    [InlineData("fsharp", "\n#!csharp\n1", "\n#!csharp\n1")]
    [InlineData("csharp", "#!set --name x --value 1", "#!set --name x --value 1")]
    [InlineData(null, "1", "1")]
    public void A_cells_own_language_comes_before_its_text_unless_that_begins_with_one(string? language, string text, string code) =>
        Assert.Equal(code, CodeCell.CodeOf(language, text));

    [Theory]
    [InlineData("1 + 1", "1 + 1")]
    [InlineData("\n\n#!csharp\n\n\n1 + 1\n\n\n#!csharp\n\n\n2", "1 + 1|2")]
    [InlineData("\uFEFF#!csharp\r\n\r\n1;\r\n2\r\n", "1;\n2")]
    [InlineData("#!c#\n1\n#!C#\n2", "1|2")]
    [InlineData("#!meta\nnot json\n#!csharp\n1", "1")]
    [InlineData("", "")]
    public void Whatever_stands_there_is_read(string text, string cells) =>
        Assert.Equal(cells, string.Join('|', Notebook.Parse(text, "n.dib").Cells.Select(cell => cell.Source)));

    [Fact]
    public void What_is_written_is_read_again_as_the_same_cells_in_the_same_languages()
    {
        var once = Notebook.Parse(Text, "n.dib");

        var text = once.ToText("copy.dib");

        Assert.Equal(text, Notebook.Parse(text, "n.dib").ToText("n.dib"));
        Assert.Equal(once.ToString(), Notebook.Parse(text, "n.dib").ToString());
        Assert.Equal(once.Cells.Select(cell => cell.Source), Notebook.Parse(once.ToText("n.ipynb")).Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void A_notebook_whose_cells_all_say_C_sharp_is_in_C_sharp_whatever_it_says_itself()
    {
        const string cell = """{"cell_type":"code","execution_count":null,"metadata":{"dotnet_interactive":{"language":"csharp"}},"outputs":[],"source":"1"}""";
        const string plain = """{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":"1"}""";

        Assert.True(Python(cell).IsCSharp);
        Assert.False(Python(plain).IsCSharp);
        Assert.False(Python($"{cell},{plain}").IsCSharp);
    }

    private static Notebook Python(string cells) =>
        Notebook.Parse($$$"""{"cells":[{{{cells}}}],"metadata":{"language_info":{"name":"python"}},"nbformat":4,"nbformat_minor":2}""");
}
