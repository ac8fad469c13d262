using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

public class ComparingOutputs
{
    [Fact]
    public void The_same_outputs_do_not_differ() =>
        Assert.Null(Difference([Out("a\nb"), Result("1")], [Out("a\nb"), Result("1")]));

    [Fact]
    public void Text_in_pieces_is_the_same_text() =>
        Assert.Null(OutputComparison.FirstDifference(
            InPieces("""{"name":"stdout","output_type":"stream","text":"a\n"},{"name":"stdout","output_type":"stream","text":["b"]}"""),
            InPieces("""{"name":"stdout","output_type":"stream","text":["a\n", "b"]}""")));

    [Fact]
    public void Lines_may_end_as_on_Windows() => Assert.Null(Difference([Out("a\r\nb\r\n")], [Out("a\nb\n")]));

    [Fact]
    public void A_changed_number_is_found_in_its_line() => Assert.Equal(
        new OutputDifference("stdout", "loss 0.25", "loss 0.26"),
        Difference([Out("step 1\nloss 0.25\n")], [Out("step 1\nloss 0.26\n")]));

    [Fact]
    public void A_changed_number_in_json_is_found_in_its_line() => Assert.Equal(
        new OutputDifference("display_data application/vnd.plotly.v1+json", "  2", "  3"),
        OutputComparison.FirstDifference(Chart(2), Chart(3)));

    [Fact]
    public void A_missing_and_a_new_output_are_differences()
    {
        Assert.Equal(new OutputDifference("execute_result", "", null), Difference([Out("a"), Result("1")], [Out("a")]));
        Assert.Equal(new OutputDifference("stdout", null, "a"), Difference([], [Out("a")]));
        Assert.Equal(new OutputDifference("stdout", null, ""), Difference([Out("a")], [Out("a\n")]));
    }

    [Fact]
    public void Another_kind_of_output_is_a_difference() => Assert.Equal(
        new OutputDifference("output", "stdout: a", "stderr: a"),
        Difference([Out("a")], [new CellOutput.Stream("stderr", "a")]));

    [Fact]
    public void Transient_html_is_no_difference() => Assert.Null(OutputComparison.FirstDifference(
        InPieces("""{"output_type":"display_data","metadata":{},"data":{"text/html":"<!--transient-->…","text/plain":"ready"}}"""),
        InPieces("""{"output_type":"display_data","metadata":{},"data":{"text/plain":["ready"]}}""")));

    private static CellOutput.Stream Out(string text) => new("stdout", text);

    private static CellOutput.ExecuteResult Result(string text) => new(new() { ["text/plain"] = text });

    private static CodeCell Chart(int y) => InPieces(
        $$$"""{"output_type":"display_data","metadata":{},"data":{"application/vnd.plotly.v1+json":{"y":[1,{{{y}}}] } }}""");

    private static CodeCell InPieces(string outputs) => Notebook.Parse($$"""
        {"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[
        {"cell_type":"code","execution_count":1,"metadata":{},"source":[],"outputs":[{{outputs}}]}]}
        """).CodeCells.Single();

    private static OutputDifference? Difference(CellOutput[] expected, CellOutput[] actual) =>
        OutputComparison.FirstDifference(Cell(1, expected), Cell(2, actual));

    private static CodeCell Cell(int number, CellOutput[] outputs)
    {
        var (cell, area) = (new CodeCell("") { ExecutionCount = number }, new OutputArea());
        Array.ForEach(outputs, output => area.Show(cell, output));
        area.Flush();
        return cell;
    }
}
