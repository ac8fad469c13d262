using NotebookSession;

namespace BrowserCourse.Tests;

public sealed class RunningInATab(OpenSession notebook) : IClassFixture<OpenSession>
{
    [Fact]
    public async Task An_error_names_the_lines_that_it_came_through()
    {
        var (result, _) = await notebook.RunAsync("void Divide(int by)\n{\n    Console.Write(1 / by);\n}\n\nDivide(0);");

        Assert.Equal(
            ["System.DivideByZeroException: Attempted to divide by zero.", "   at Divide, line 3", "      Console.Write(1 / by);", "   at line 6"],
            result.Failure!.Traceback);
    }

    [Fact]
    public async Task A_loop_without_an_end_stops_and_the_variables_stay()
    {
        var (result, _) = await notebook.RunAsync("var kept = 41; Console.WriteLine(\"began\"); while (true) { kept = 42; }", text => text.Length > 0);

        Assert.IsType<CellResult.Stopped>(result);
        Assert.Equal("42", (await notebook.RunAsync("kept")).Text);
    }

    [Fact]
    public async Task A_loop_that_watches_for_the_request_ends_by_itself()
    {
        var (result, text) = await notebook.RunAsync(
            "Console.WriteLine(\"began\"); while (!Cell.Stop.IsCancellationRequested) { } Console.Write(\"ended\");", text => text.Length > 0);

        Assert.IsType<CellResult.Stopped>(result);
        Assert.Equal("began\nended", text);
    }

    [Fact]
    public async Task A_recursion_without_an_end_is_an_error_and_the_next_cell_runs()
    {
        var (result, _) = await notebook.RunAsync("int Deeper(int n) => 1 + Deeper(n + 1);\nDeeper(1)");

        Assert.StartsWith("A function calls itself", Assert.IsType<CellResult.Failed>(result).Error.Message, StringComparison.Ordinal);
        Assert.Equal("2", (await notebook.RunAsync("1 + 1")).Text);
    }

    [Fact]
    public async Task A_cell_asks_for_a_line()
    {
        InputRequest? wanted = null;
        void Answer(InputRequest? request)
        {
            wanted ??= request;
            if (request is not null)
            {
                notebook.Session.Answer("Ada");
            }
        }

        notebook.Session.InputWanted += Answer;
        var (_, text) = await notebook.RunAsync("Console.Write(\"Name? \");\nConsole.Write(Console.ReadLine());");
        notebook.Session.InputWanted -= Answer;

        Assert.Equal(("Name? ", "Name? Ada"), (wanted!.Prompt, text));
    }

    [Fact]
    public async Task A_package_is_an_error_of_the_directive_that_says_why() =>
        Assert.Contains("There are no packages here", (await notebook.RunAsync("#r \"nuget: Humanizer, 2.14.1\"")).Result.Failure!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Help_with_writing_comes()
    {
        var stop = TestContext.Current.CancellationToken;

        Assert.Contains((await notebook.Session.CompleteAsync("Math.Po", 7, stop)).Items, item => item.Text == "Pow");
        Assert.Contains("double Pow(double x, double y)", await notebook.Session.DescribeAsync("Math.Pow", 6, stop), StringComparison.Ordinal);
        Assert.Equal("CS0103", Assert.Single(await notebook.Session.DiagnoseAsync("unknown", stop)).Id);
    }
}
