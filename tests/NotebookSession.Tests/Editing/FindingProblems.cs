using NotebookSession.Running;

namespace NotebookSession.Tests.Editing;

public sealed class FindingProblems : IAsyncDisposable
{
    private readonly Session _session = new();

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    // What is wrong stands in [ ].
    [Theory]
    [InlineData("[unknown] + 1", "CS0103", "Run the cell that declares unknown first")]
    [InlineData("var x = new [Absent]();", "CS0246", "Run the cell that declares Absent first")]
    [InlineData("List<[Missing]> x = null;", "CS0246", "Missing")]
    [InlineData("float f = [0.5];", "CS0664", "Write 0.5f for a float")]
    [InlineData("var x = 1[]\nvar y = 2;", "CS1002", "semicolon")]
    [InlineData("#r \"nothing.dll\"\n#!time\n[unknown]", "CS0103", "unknown")]
    [InlineData("\"a\".[Missing]()", "CS1061", "Look at what the value is")]
    [InlineData("Task.Run(() => 1).[Oops]", "CS1061", "Oops")]
    public void An_error_is_where_it_is_with_the_message_of_running_the_cell(string marked, string id, string message)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var length = marked.IndexOf(']', StringComparison.Ordinal) - start - 1;
        var problem = Assert.Single(_session.Help.Diagnose(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)));

        Assert.Equal((start, id, ProblemSeverity.Error), (problem.Start, problem.Id, problem.Severity));
        Assert.InRange(problem.Length, 0, Math.Max(1, length));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("#load \"gone.csx\"\n#!time\nConsole.WriteLine(1);")]
    [InlineData("await Task.Delay(1);\nint F(int n) => n;\nF(2)")]
    [InlineData("string s = null; s?.Length")]
    [InlineData("#!markdown\n# not C#")]
    [InlineData("using XPlot.Plotly;\nChart.Plot(new Scatter { x = new[] { 1 } })")] // which come when it runs
    [InlineData("")]
    public void A_sound_cell_has_no_problems(string code) => Assert.Empty(_session.Help.Diagnose(code));

    [Fact]
    public async Task Earlier_cells_are_known_and_may_be_redeclared()
    {
        await _session.RunAsync("var x = 1; class Foo { }", _ => { }, TestContext.Current.CancellationToken);

        Assert.Empty(_session.Help.Diagnose("var y = x + 1;\nclass Foo { public int Bar; }\nnew Foo().Bar"));
    }

    [Fact]
    public void A_task_that_is_not_awaited_is_a_warning()
    {
        var problem = Assert.Single(_session.Help.Diagnose("async Task F() { Task.Delay(1); await Task.Delay(1); }"));

        Assert.Equal(("CS4014", ProblemSeverity.Warning), (problem.Id, problem.Severity));
    }

    [Theory]
    [InlineData("unknown + 1", "unknown", false)]
    [InlineData("new Missing<int>()", "Missing", false)]
    [InlineData("int x = ;", null, true)]
    [InlineData("int x = \"\";", null, false)]
    public void Unknown_names_and_faulty_text_are_told_apart(string code, string? name, bool isSyntax)
    {
        var problem = _session.Help.Diagnose(code)[0];

        Assert.Equal((name, isSyntax), (problem.UnknownName, problem.IsSyntax));
    }

    [Fact]
    public async Task Help_can_be_asked_for_while_cells_compile_and_load()
    {
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(() =>
        {
            var asked = 0;
            while (!stop.IsCancellationRequested)
            {
                Assert.Empty(_session.Help.Diagnose("Enumerable.Range(0, 3).Sum()"));
                Assert.NotEmpty(_session.Help.Complete("Conso", 5).Items);
                asked++;
            }

            return asked;
        }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 12; i++)
        {
            Assert.IsType<CellResult.Success>(await _session.RunAsync($"var x{i % 3} = {i};", _ => { }, TestContext.Current.CancellationToken));
        }

        await stop.CancelAsync();
        Assert.NotEqual(0, await asking);
    }
}
