namespace NotebookSession.Tests.Languages;

public sealed class FSharpNotebook() : GuestNotebook("#!fsharp\nlet first = 1");

public sealed class RunningFSharp(FSharpNotebook notebook) : IClassFixture<FSharpNotebook>
{
    [Fact]
    public async Task A_later_cell_sees_what_an_earlier_one_declared_and_its_value_is_shown()
    {
        (await notebook.RunAsync("#!fsharp\nlet squares = [ for n in 1..3 -> n * n ]")).Succeeded();

        Assert.Equal("[1; 4; 9]", (await notebook.RunAsync("#!fsharp\nsquares")).Succeeded().Value);
        Assert.Null((await notebook.RunAsync("#!fsharp\nlet sum = List.sum squares")).Succeeded().Value);
        Assert.Null((await notebook.RunAsync("#!fsharp\nignore squares")).Succeeded().Value);
    }

    [Fact]
    public async Task The_variables_of_its_cells_are_listed_in_its_part()
    {
        await notebook.RunAsync("var elsewhere = 2;\n#!fsharp\nlet counted = [1; 2]\n3");

        var table = (await notebook.RunAsync("#!fsharp\n#!whos")).Succeeded().Displayed;

        Assert.Matches(@"\ncounted +FSharpList<int> +\[1; 2\]", table);
        Assert.DoesNotContain("elsewhere", table, StringComparison.Ordinal);
        Assert.DoesNotContain("\nit ", table, StringComparison.Ordinal);
        Assert.DoesNotContain("\ndisplay ", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_prints_displays_and_warns_of_are_outputs_of_the_cell()
    {
        var ran = (await notebook.RunAsync(
            "#!fsharp\nprintfn \"hello %d\" 3\ndisplay \"one\"\n\"two\" |> display |> ignore\nlet f o = match o with Some n -> n\nHTML \"<b>x</b>\"")).Succeeded();

        Assert.Equal("hello 3\n", ran.Stdout);
        Assert.Equal(["one", "two"], ran.Shown.OfType<CellOutput.DisplayData>().Select(shown => shown.Data["text/plain"].ToString()));
        Assert.StartsWith("line 5, column 17: warning FS0025: Incomplete pattern matches", ran.Stderr, StringComparison.Ordinal);
        Assert.Equal("<b>x</b>", ran.Shown.OfType<CellOutput.ExecuteResult>().Single().Data["text/html"].ToString());
    }

    [Theory]
    [InlineData("let n = 1", "#!fsharp\nlet m = 2\nlet k = nope + m", "line 3, column 9: error FS0039: The value or constructor 'nope' is not defined.")]
    [InlineData("", "#!fsharp\vlet k = nope", "line 1, column 9: error FS0039: The value or constructor 'nope' is not defined.")]
    [InlineData("", "var c = 1;\n#!fsharp\nlet k : int = \"text\"", "line 3, column 15: error FS0001")]
    public async Task An_error_has_its_line_in_the_cell(string first, string code, string message)
    {
        await notebook.RunAsync($"#!fsharp\n{first}");

        var ran = await notebook.RunAsync(code);

        Assert.Equal("CompileError", ran.Error.Name);
        Assert.StartsWith(message, ran.Error.Message, StringComparison.Ordinal);
        Assert.Contains("^^^^", ran.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_has_its_line_too()
    {
        var ran = await notebook.RunAsync("#!fsharp\nlet rec dig n =\n    if n = 0 then invalidOp \"deep\" else 1 + dig (n - 1)\ndig 2");

        Assert.Equal("System.InvalidOperationException", ran.Error.Name);
        Assert.Equal("deep", ran.Error.Message);
        Assert.Contains("at dig, line 3\n      if n = 0 then invalidOp", ran.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_shared_both_ways()
    {
        await notebook.RunAsync("var numbers = new List<int> { 1, 2 };\n#!fsharp\nlet ages = Map.ofList [ \"Ada\", 36 ]");

        Assert.Equal("6", (await notebook.RunAsync("#!fsharp\n#!share --from csharp numbers\nnumbers.Add 3\nSeq.sum numbers")).Succeeded().Value);
        Assert.Equal("3 36", (await notebook.RunAsync(
            "#!set --value @fsharp:ages --name people\n$\"{numbers.Count} {people[\"Ada\"]}\"")).Succeeded().Value);
    }

    [Fact]
    public async Task Of_a_type_that_a_cell_declares_the_properties_go_over()
    {
        await notebook.RunAsync("record Point(int X, int Y);\nvar point = new Point(3, 4);\n#!fsharp\ntype Person = { Name: string }\nlet ada = { Name = \"Ada\" }");

        Assert.Equal("4", (await notebook.RunAsync("#!fsharp\n#!set --value @csharp:point --name p\np.RootElement.GetProperty(\"Y\").GetInt32()")).Succeeded().Value);
        Assert.Equal("Ada", (await notebook.RunAsync("#!share --from fsharp ada\nada.RootElement.GetProperty(\"Name\").GetString()")).Succeeded().Value);
        Assert.Equal("line 1: There is no bob in F#. Run the cell that declares it first.", (await notebook.RunAsync("#!share --from fsharp bob")).Error.Message);
    }

    [Fact]
    public async Task A_package_is_for_all_languages()
    {
        var ran = await notebook.RunAsync("#!fsharp\n#r \"nuget: Humanizer.Core, 2.14.1\"\nopen Humanizer\n\"NiceToSee\".Humanize()");

        Assert.Equal("Nice to see", ran.Succeeded().Value);
        Assert.Equal("Two words", (await notebook.RunAsync("using Humanizer;\n\"TwoWords\".Humanize()")).Succeeded().Value);
    }

    [Fact]
    public async Task An_old_chart_that_is_made_with_FSharp_draws_its_list()
    {
        var ran = (await notebook.RunAsync("#!fsharp\nlet squares = [ 1; 4; 9 ]\n#!csharp\n#!share --from fsharp squares\nusing XPlot.Plotly;\nChart.Plot(new Graph.Scatter { y = squares })")).Succeeded();

        var chart = Assert.Single(ran.Shown.OfType<CellOutput.ExecuteResult>()).Data["application/vnd.plotly.v1+json"];
        Assert.Contains("[1,4,9]", chart!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loop_without_an_end_is_stopped_and_the_variables_stay()
    {
        await notebook.RunAsync("#!fsharp\nlet kept = 5");

        var ran = await notebook.RunAndStopAsync("\n#!fsharp\nlet mutable n = 0\nwhile true do n <- n + 1");

        Assert.IsType<CellResult.Stopped>(ran.Result);
        Assert.Equal("6", (await notebook.RunAsync("#!fsharp\nkept + 1")).Succeeded().Value);
    }
}
