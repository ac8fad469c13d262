using NotebookSession.Editing;
using NotebookSession.Running;

namespace NotebookSession.Tests.Editing;

public sealed class HelpingToWrite : IAsyncDisposable
{
    private readonly Session _session = new();

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    // The position is where | stands.
    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("Conso|", "Console")]
    [InlineData("numb|", "numbers")]
    [InlineData("numbers.Sel|", "Select")]
    [InlineData("numbers?.Cou|", "Count")]
    [InlineData("var x = numbers.Where(n => n.ToStr|", "ToString")]
    [InlineData("foreach (var n in numbers)\n{\n    n.CompareT|\nvar y = 2;", "CompareTo")]
    [InlineData("#r \"nothing\"\nnumbers.Ad|", "Add")]
    [InlineData("/* 😀 */ Fo|", "Foo")]
    [InlineData("new Foo { Ba|", "Bar")]
    [InlineData("Foo.Ma|", "Make")]
    [InlineData("System.Tex|", "Text")]
    [InlineData("Twice(tim|", "times:")]
    [InlineData("whi|", "while")]
    [InlineData("var local = 1; { var inner = 2; in|ner }", "inner")]
    public async Task Names_are_completed(string cell, string expected)
    {
        await DeclareAsync();
        var found = Complete(cell);

        Assert.Contains(expected, found.Items.Select(item => item.Text));
    }

    [Theory]
    [InlineData("\"Conso|\"")]
    [InlineData("// Conso|")]
    [InlineData("12|")]
    [InlineData("new Foo().Ma|")] // static
    public async Task Where_no_name_can_stand_none_is_offered(string cell)
    {
        await DeclareAsync();

        Assert.DoesNotContain(Complete(cell).Items, item => item.Kind != "keyword" && item.Text is "Console" or "Make");
    }

    [Fact]
    public async Task Each_has_its_kind_type_and_documentation()
    {
        await DeclareAsync();
        var write = Complete("Console.WriteL|").Items.Single(item => item.Text == "WriteLine");
        var numbers = Complete("numb|").Items.Single(item => item.Text == "numbers");

        Assert.Equal("method", write.Kind);
        Assert.Contains("more)", write.Signature, StringComparison.Ordinal);
        Assert.Equal(("variable", "List<int> numbers"), (numbers.Kind, numbers.Signature));
    }

    [Theory]
    [InlineData("Math.Po|w(2, 3)", "double Pow(double x, double y)")]
    [InlineData("Math.Pow(2, |", "double Pow(double x, double y)")]
    [InlineData("num|bers", "List<int> numbers")]
    [InlineData("numbers.Add|", "void Add(int item)")]
    [InlineData("Twice(|3)", "int Twice(int times)")]
    [InlineData("var q = 3.5; q|", "double q")]
    [InlineData("strin|g s;", "String")]
    public async Task What_stands_at_a_place_is_described(string cell, string expected)
    {
        await DeclareAsync();
        var at = cell.IndexOf('|', StringComparison.Ordinal);

        Assert.Contains(expected, _session.Help.Describe(cell.Remove(at, 1), at), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Add(|", "int left", "The first number.")]
    [InlineData("Add(1, |", "int right = 2", "The second.")]
    [InlineData("Add(1, 2|)", "int right = 2", "The second.")]
    [InlineData("Add(right: |", "int right = 2", "The second.")]
    [InlineData("Add(Math.Abs(1), |)", "int right = 2", "The second.")]
    [InlineData("Math.Pow(Add(1, 2), |3)", "double y", "A double-precision floating-point number that specifies a power.")]
    [InlineData("string.Format(\"{0} {1} {2} {3}\", 1, 2, 3, |", "params object?[] args", "An object array that contains zero or more objects to format.")]
    [InlineData("new Foo(|", "int bar = 0", "")]
    [InlineData("numbers.Select(|", "Func<int, TResult> selector", "A transform function to apply to each element.")]
    public async Task The_parameter_that_is_being_written_is_named(string cell, string parameter, string documentation)
    {
        await DeclareAsync();
        var at = cell.IndexOf('|', StringComparison.Ordinal);
        var first = _session.Help.Signatures(cell.Remove(at, 1), at)[0];

        Assert.Equal((parameter, documentation), (first.Parameters[first.Current].Label, first.Parameters[first.Current].Documentation));
        Assert.Contains(parameter, first.Label, StringComparison.Ordinal);
        Assert.StartsWith($"▸ {parameter}", _session.Help.Describe(cell.Remove(at, 1), at), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|Add(1)")]
    [InlineData("Add(1)|")]
    [InlineData("1 + |")]
    [InlineData("Nothing(|)")]
    public async Task Outside_a_call_there_are_no_parameters(string cell)
    {
        await DeclareAsync();
        var at = cell.IndexOf('|', StringComparison.Ordinal);

        Assert.Empty(_session.Help.Signatures(cell.Remove(at, 1), at));
    }

    [Fact]
    public async Task What_a_student_documented_is_shown()
    {
        await DeclareAsync();

        Assert.Contains("Adds two numbers.", _session.Help.Describe("Add(1, 2)", 1), StringComparison.Ordinal);
        Assert.StartsWith("▸ int left: The first number.", _session.Help.Describe("Add(", 4), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_nothing_nothing_is_described() => Assert.Null(_session.Help.Describe("1 + 1", 2));

    [Theory]
    [InlineData("1", "complete", "")]
    [InlineData("var x = 1;", "complete", "")]
    [InlineData("int F() { return 1; }", "complete", "")]
    [InlineData("#r \"nuget: X\"\nx.y", "complete", "")]
    [InlineData("int F() {", "incomplete", "    ")]
    [InlineData("for (;;) { if (x) {", "incomplete", "        ")]
    [InlineData("Console.WriteLine(\"a\"", "incomplete", "")]
    [InlineData("var s = \"\"\"\nabc", "incomplete", "")]
    [InlineData("int int;", "invalid", "")]
    [InlineData("x = ;", "invalid", "")]
    public void Whether_a_cell_is_whole_is_known(string code, string status, string indent) =>
        Assert.Equal(new Completeness(status, indent), CodeHelp.IsComplete(code));

    private async Task DeclareAsync() => Assert.IsType<CellResult.Success>(await _session.RunAsync(
        "var numbers = new List<int> { 1 };\nclass Foo(int bar = 0) { public int Bar = bar; public static Foo Make() => new(); }\nint Twice(int times) => 2 * times;\n"
        + "/// <summary>Adds two numbers.</summary>\n/// <param name=\"left\">The first number.</param>\n/// <param name=\"right\">The second.</param>\n"
        + "int Add(int left, int right = 2) => left + right;",
        _ => { }, TestContext.Current.CancellationToken));

    private Completions Complete(string cell)
    {
        var at = cell.IndexOf('|', StringComparison.Ordinal);
        return _session.Help.Complete(cell.Remove(at, 1), at);
    }
}
