using System.Text;
using System.Text.Json.Nodes;
using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

/// <summary>What nbformat's schema forbids and has a plain meaning is repaired and said; what comes of it is sound.</summary>
public class RepairingNotebooks
{
    [Theory]
    [InlineData("""{"output_type":"display_data","metadata":{},"data":{"text/plain":null}}""", "data.text/plain is null or missing")]
    [InlineData("""{"output_type":"display_data","metadata":{},"data":{"text/plain":5}}""", "data.text/plain is the number 5")]
    [InlineData("""{"output_type":"display_data","metadata":{},"data":{"image/png":{}}}""", "data.image/png is an object")]
    [InlineData("""{"output_type":"display_data","metadata":7,"data":{}}""", "metadata is the number 7")]
    [InlineData("""{"output_type":"execute_result","execution_count":"3","metadata":{},"data":"x"}""", "data is a string")]
    [InlineData("""{"output_type":"stream","name":"stdout","text":5}""", "text is the number 5")]
    [InlineData("""{"output_type":"stream","name":null,"text":["a",1,null]}""", "name is null or missing")]
    [InlineData("""{"output_type":"stream","name":"stdout","text":{}}""", "text is no text; the output is left out")]
    [InlineData("""{"output_type":"error","ename":1,"evalue":"e","traceback":"one string"}""", "traceback is a string")]
    [InlineData("""{"output_type":"error","ename":"E","evalue":"e","traceback":{"a":1}}""", "traceback is an object")]
    [InlineData("""{"output_type":"pyout"}""", " is no output that nbformat knows")]
    [InlineData("5", " is no output that nbformat knows")]
    public void An_output(string output, string repair) =>
        Repaired(With($$"""{"cell_type":"code","id":"a","execution_count":1,"metadata":{},"source":"","outputs":[{{output}}]}"""), "cells[0].outputs[0]", repair);

    [Theory]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":"one","metadata":{},"source":"","outputs":[]}""", ".execution_count is a string")]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":1e999,"metadata":{},"source":"","outputs":[]}""", ".execution_count is too large")]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":2.5,"metadata":{},"source":"","outputs":[]}""", ".execution_count is the number 2.5")]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":1,"metadata":[],"source":"","outputs":[]}""", ".metadata is a list")]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":1,"metadata":{"tags":"x"},"source":"","outputs":[]}""", ".metadata.tags is a string")]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":1,"metadata":{},"source":"","outputs":{}}""", ".outputs is an object")]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":1,"metadata":{},"source":[1,"+1"],"outputs":[]}""", ".source is a list")]
    [InlineData("""{"cell_type":"code","id":"a","execution_count":1,"metadata":{},"outputs":[]}""", ".source is null or missing")]
    [InlineData("""{"cell_type":"code","id":5,"execution_count":1,"metadata":{},"source":"","outputs":[]}""", ".id is the number 5")]
    [InlineData("""{"cell_type":"code","id":"not allowed!","execution_count":1,"metadata":{},"source":"","outputs":[]}""", ".id is another cell's, or none that nbformat allows")]
    [InlineData("""{"cell_type":"markdown","id":"a","metadata":{},"source":"","attachments":{"x.png":5}}""", ".attachments.x.png is the number 5")]
    [InlineData("""{"cell_type":"markdown","id":"a","metadata":{},"source":"","source":"b"}""", ".source stands there twice")]
    [InlineData("""{"cell_type":"markdown","id":"a","metadata":{"x":[1,NaN,-Infinity,"NaN"]},"source":""}""", "the file holds NaN or Infinity")]
    [InlineData("""{"cell_type":"markdown","id":"a","metadata":{},"source":"half: \ud83d \\ud83d \ud83d\ude00"}""", "the file holds half a character")]
    public void A_cell(string cell, string repair) => Repaired(With(cell), repair.StartsWith('.') ? "cells[0]" : "", repair);

    [Theory]
    [InlineData("4.5")]
    [InlineData("-1")]
    [InlineData("\"5\"")]
    [InlineData("null")]
    [InlineData("1e400")]
    public void A_minor_version_that_is_none(string minor)
    {
        var notebook = Repaired($$"""{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":{{minor}}}""", "nbformat_minor", "");

        Assert.Equal("4", notebook.Json["nbformat_minor"]!.ToJsonString());
    }

    [Fact]
    public void Two_cells_with_one_id_and_a_cell_with_an_id_that_is_too_long()
    {
        var cell = (string id) => $$"""{"cell_type":"markdown","id":"{{id}}","metadata":{},"source":""}""";

        var notebook = Repaired(With($"{cell("a")},{cell("a")},{cell(new string('x', 65))}"), "cells[1].id", "is another cell's");

        Assert.Equal(["a", "cell-1", "cell-2"], notebook.Cells.Select(one => one.Id));
    }

    [Fact]
    public void A_file_in_the_letters_of_old_windows_programs()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("n.ipynb"), With("""{"cell_type":"markdown","id":"a","metadata":{},"source":"é"}"""), Encoding.Unicode);

        var notebook = Notebook.Read(folder.File("n.ipynb"));

        Assert.Equal(("é", "the file began with a byte order mark, which is left out"), (notebook.Cells[0].Source, Assert.Single(notebook.Repairs)));
    }

    [Fact]
    public void The_script_that_draws_charts_goes_from_a_file_that_another_program_saved()
    {
        var notebook = Notebook.Parse(With("""
            {"cell_type":"code","id":"a","execution_count":1,"metadata":{},"source":"","outputs":
             [{"output_type":"display_data","metadata":{},"data":{"text/html":["<!--transient--><script>","…"],"text/plain":["ready"]},"transient":"s"}]}
            """));

        Assert.Equal("""{"data":{"text/plain":["ready"]},"metadata":{},"output_type":"display_data"}""",
            JsonNode.Parse(JsonText.Write(notebook.CodeCells.Single().Outputs[0]))!.ToJsonString());
    }

    private static string With(string cells) => $$"""{"cells":[{{cells}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

    private static Notebook Repaired(string text, string place, string repair)
    {
        var notebook = Notebook.Parse(text);

        Assert.Contains(notebook.Repairs, line => line.StartsWith(place, StringComparison.Ordinal) && line.Contains(repair, StringComparison.Ordinal));
        var again = Notebook.Parse(notebook.ToString());
        Assert.Empty(again.Repairs);
        Assert.Equal(notebook.ToString(), again.ToString());
        Assert.All(notebook.CodeCells.SelectMany(cell => cell.Outputs), output => OutputJson.Read(output!.AsObject()));
        return notebook;
    }
}
