using NotebookSession;

namespace Course.Tests.Live;

public sealed class NamesNotYetDeclared : LiveTest
{
    private static readonly CodeProblem _x = Unknown("x", 0), _y = Unknown("y", 4), _xAgain = Unknown("x", 8);
    private static readonly CodeProblem _type = new(2, 1, "CS0029", "types", ProblemSeverity.Error);
    private static readonly CodeProblem _text = new(9, 1, "CS1002", "; expected", ProblemSeverity.Error) { IsSyntax = true };

    [Fact]
    public async Task A_name_that_a_cell_above_will_declare_is_no_error() => Assert.Equal(
        [_y, _type, _x with { Severity = ProblemSeverity.Information, Message = "Run the cell that declares x first." }],
        await DiagnoseAsync(["var x = 1;", "x + y"], [_x, _y, _type, _xAgain]));

    [Fact]
    public async Task Below_a_directive_that_has_not_run_only_the_text_itself_is_wrong() => Assert.Equal(
        [_text, _x with { Severity = ProblemSeverity.Information, Message = "Run the cell with #load setup.csx first: names of this cell may come from there." }],
        await DiagnoseAsync(["#load \"setup.csx\"", "x + y"], [_x, _y, _type, _text]));

    [Fact]
    public async Task A_name_that_only_a_cell_below_declares_is_an_error() =>
        Assert.Equal([_x], await DiagnoseAsync(["1", "x", "var x = 1;"], [_x]));

    [Fact]
    public async Task A_name_that_a_cell_should_have_declared_when_it_ran_is_an_error() =>
        Assert.Equal([_x], await DiagnoseAsync(["var x = 1;", "x"], [_x], run: ["a"]));

    private async Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string[] cells, CodeProblem[] found, params string[] run)
    {
        var notebook = OpenCells(cells);
        await WithinAsync(notebook.Runs.RunAsync(run));
        Sessions[0].Problems = found;
        return await notebook.Help.DiagnoseAsync("b", cells[1], TestContext.Current.CancellationToken);
    }

    private static CodeProblem Unknown(string name, int start) =>
        new(start, 1, "CS0103", "unknown", ProblemSeverity.Error) { UnknownName = name };
}
