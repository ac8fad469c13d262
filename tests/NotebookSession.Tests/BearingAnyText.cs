using NotebookSession.Compiling;
using NotebookSession.Editing;
using NotebookSession.Running;

namespace NotebookSession.Tests;

/// <summary>C# that would end the process in the compiler's parser, or keep it busy for hours.</summary>
public sealed class BearingAnyText
{
    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string> Deep => new()
    {
        { "parentheses", Times(50_000, "(") },
        { "generics", Times(10_000, "A<") },
        { "generics with commas", Times(10_000, "A<B,") },
        { "interpolated strings", Times(2_000, "$\"{") },
        { "interpolated strings, closed", Times(2_000, "$\"{") + "1" + Times(2_000, "}\"") },
        { "raw interpolated strings", Times(2_000, "$\"\"\"{") },
        { "brackets in a hole", $"$\"{{{Times(20_000, "(")}" },
        { "brackets behind comments that close them", Times(20_000, "(/*)*/") },
        { "collections", Times(20_000, "[") },
        { "spreads", Times(20_000, "[..") },
        { "patterns", "x is " + Times(10_000, "{A:") },
        { "denials", "x is " + Times(20_000, "not ") },
        { "one modifier again and again", Times(40, "partial ") + "x" },
        { "switches", "x = " + Times(5_000, "a switch {") },
        { "pointers to functions", Times(5_000, "delegate*<") },
        { "signs", "x = " + Times(50_000, "!") + "a" },
        { "casts", "x = " + Times(20_000, "(int)") + "a" },
        { "lambdas", "x = " + Times(20_000, "() => ") + "a" },
        { "conditions", "x = " + Times(20_000, "a ? b : ") + "c" },
        { "members", "x = a" + Times(20_000, ".b") },
        { "members that may be null", "x = a" + Times(20_000, "?.b") },
        { "sums", "x = 1" + Times(100_000, "+1") },
        { "else if", "if (a) b; " + Times(20_000, "else if (a) b; ") },
        { "loops", Times(20_000, "while (a) ") + ";" },
        { "labels", Times(20_000, "a:") },
        { "directives", Times(30_000, "#if A\n") },
        { "a directive's signs", "#if " + Times(30_000, "!") + "A\n#endif" },
        { "documentation", "/// " + Times(20_000, "<a>") + "\nclass C { }" },
        { "references in documentation", "/// <see cref=\"" + Times(20_000, "A{") + "\"/>\nclass C { }" },
        { "more than there is room for", Times(1_000_000, "x = 1; ") },
    };

    [Theory, MemberData(nameof(Deep))]
    public async Task A_cell_that_is_too_deep_for_the_compiler_is_an_error_and_the_session_goes_on(string what, string code)
    {
        await using var session = new Session();

        var failed = Assert.IsType<CellResult.Failed>(await session.RunAsync(code, _ => { }, TestContext.Current.CancellationToken));

        Assert.True(failed.Error.Name == "CodeTooDeep", $"{what}: {failed.Error.Name}: {failed.Error.Message}");
        Assert.IsType<CellResult.Success>(await session.RunAsync("var x = 1;", _ => { }, TestContext.Current.CancellationToken));
        Assert.Equal("invalid", CodeHelp.IsComplete(code).Status);
        Assert.Empty(session.Help.Complete(code, code.Length).Items);
        Assert.Null(session.Help.Describe(code, code.Length / 2));
        Assert.Empty(session.Help.Signatures(code, code.Length));
        Assert.Equal("CodeTooDeep", Assert.Single(session.Help.Diagnose(code)).Id);
        Assert.Empty(CellNames.Of(code).Reads);
    }

    [Fact]
    public async Task The_error_names_the_line_where_it_is_too_deep()
    {
        await using var session = new Session();

        var failed = Assert.IsType<CellResult.Failed>(await session.RunAsync("var x = 1;\n  " + new string('(', 1000), _ => { }, TestContext.Current.CancellationToken));

        Assert.StartsWith("line 2, column 103: more stands within one another here", failed.Error.Message);
    }

    public static TheoryData<string> Ordinary =>
    [
        "var sum = 0" + Times(400, " + 1") + ";\nsum",
        "var text = \"\"\"\n" + Times(5_000, "a word ( and { another < \n") + "\"\"\";",
        "int[] all = [" + Times(20_000, "1, 2, ") + "3];",
        "/* " + Times(20_000, "( [ { < ") + "*/ var x = 1;",
        Times(300, "static int F@N(int a, int b) { if (a < b) { return a; } else { return b; } }\n").Split('\n')
            .Select((line, i) => line.Replace("@N", $"{i}", StringComparison.Ordinal)).Aggregate((a, b) => $"{a}\n{b}"),
        "var x = 1;\n" + Times(100, "if (x < 2) { x = 1; } else ") + "{ x = 2; }",
        $"var many = $\"{Times(300, "{1 + 1:0.0} and ")}\";",
    ];

    [Theory, MemberData(nameof(Ordinary))]
    public async Task Long_code_that_is_not_deep_runs(string code)
    {
        await using var session = new Session();

        var result = await session.RunAsync(code, _ => { }, TestContext.Current.CancellationToken);

        Assert.True(result is CellResult.Success, (result as CellResult.Failed)?.Error.Message);
    }

    [Theory]
    [InlineData("$\"a{x}b{y:0.0}c\"", "$\"a|{|x|}|b|{|y|:0.0|}|c\"")]
    [InlineData("$\"{{x}}{y}\"", "$\"{{x}}|{|y|}|\"")]
    [InlineData("$@\"\\{x}\"", "$@\"\\|{|x|}|\"")]
    [InlineData("$\"\\{x}\"", "$\"\\{x}\"")]
    [InlineData("$$\"\"\"a{b}{{c}}\"\"\"", "$$\"\"\"a{b}|{{|c|}}|\"\"\"")]
    [InlineData("$\"{F(\"}\")}{$\"{a}\"}\"", "$\"|{|F|(|\"}\"|)|}|{|$\"|{|a|}|\"|}|\"")]
    [InlineData("$\"{a", "$\"|{|a")]
    [InlineData("$\"\"", "$\"\"")]
    public void The_holes_of_a_string_are_code(string code, string parts) =>
        Assert.Equal(parts, string.Join('|', CodeTokens.Of(code)!.Select(token => code[token.Start..token.End])));
}
