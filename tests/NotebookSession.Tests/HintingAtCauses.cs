namespace NotebookSession.Tests;

/// <summary>A hint is there where it is sure, and never misleads.</summary>
public sealed class HintingAtCauses : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("new Regex(\"a\")", "Add using System.Text.RegularExpressions;")]
    [InlineData("Regex.IsMatch(\"a\", \"a\")", "Add using System.Text.RegularExpressions;")]
    [InlineData("Stopwatch.StartNew()", "Add using System.Diagnostics;")]
    [InlineData("HttpClient client = null;", "Add using System.Net.Http;")]
    [InlineData("new ConcurrentDictionary<int, int>()", "Add using System.Collections.Concurrent;")]
    [InlineData("CultureInfo.InvariantCulture", "Add using System.Globalization;")]
    [InlineData("JsonSerializer.Serialize(1)", "Add using System.Text.Json;")]
    [InlineData("new[] { 1 }.ToImmutableArray()", "Add using System.Collections.Immutable;")]
    [InlineData("JsonConvert.SerializeObject(1)", "#r \"nuget: Newtonsoft.Json\"")]
    [InlineData("b(\"bold\")", "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;")]
    public async Task A_type_of_another_namespace_or_package_is_named_with_it(string code, string hint) => await HintsAsync(code, hint);

    [Theory]
    [InlineData("var hThe = 1; hTeh + 1", "Did you mean hThe?")]
    [InlineData("var learningRate = 1; learningrate + 1", "Did you mean learningRate?")]
    [InlineData("Consol.WriteLine(1);", "Did you mean Console?")]
    [InlineData("\"abc\".Lenght", "Did you mean Length?")]
    [InlineData("new List<int>().Wher(x => x > 1)", "Did you mean Where?")]
    [InlineData("File.ReadAllTxt(\"x\")", "Did you mean ReadAllText?")]
    [InlineData("unheardOf + 1", "Run the cell that declares unheardOf first.")]
    [InlineData("var q1 = 1; var q2 = 2; q3 + 1", "Run the cell that declares q3 first.")]
    public async Task A_name_is_compared_with_those_that_exist(string code, string hint) => await HintsAsync(code, hint);

    [Theory]
    [InlineData("int[]? y = new[] { 1 }.Select(q => q * 2);", ".ToArray()")]
    [InlineData("List<int> y = new[] { 1 }.Select(q => q * 2);", ".ToList()")]
    [InlineData("int i = \"5\";", "int.Parse(text)")]
    [InlineData("string s = 5;", ".ToString()")]
    [InlineData("int i = Task.FromResult(1);", "write await before the call")]
    [InlineData("int? some = 3; int i = some;", "x.Value")]
    [InlineData("List<int>? mine = new List<int>()\nConsole.WriteLine(mine)", "its line lacks the semicolon")]
    [InlineData("int i = 1.5;", "(int)x")]
    [InlineData("float f = Math.Sqrt(2);", "(float)x")]
    [InlineData("char c = \"a\";", "A char stands in '…'")]
    [InlineData("var n = 1; if (n = 3) { }", "x == 1 asks")]
    public async Task A_conversion_is_told_as_it_is_written(string code, string hint) => await HintsAsync(code, hint);

    [Theory]
    [InlineData("var x = 5; class Uses { public int F() => x; }", "declare it static")]
    [InlineData("int F() => 1; class Uses { public int G() => F(); }", "declare it static")]
    [InlineData("Func<int> f = () => await Task.FromResult(1);", "async () => await")]
    [InlineData("void R(ref int a) { } var a = 1; R(a);", "ref x")]
    [InlineData("Span<int> s = new int[1];", "keep the array")]
    [InlineData("new int[3].Length()", "leave out the ( )")]
    [InlineData("foreach (var i in 5) { }", "Enumerable.Range(0, n)")]
    public async Task A_rule_of_the_language_is_told_in_its_own_terms(string code, string hint) => await HintsAsync(code, hint);

    [Theory]
    [InlineData("class Layer(int units, Random rng) { } var rng = new Random(1); new Layer(4)", "It takes Layer(int units, Random rng). Your variable rng fits.")]
    [InlineData("int Sum(int[] all) => all.Length; var some = new[] { 1 }; Sum()", "It takes Sum(int[] all). Your variable some fits.")]
    [InlineData("class Layer(int units, double rate = 0.5) { } Layer mine = new();", "It takes Layer(int units, double rate = 0.5).")]
    [InlineData("class Layer(int units) { } new Layer(4, 5)", "It takes Layer(int units).")]
    [InlineData("class Layer(int units) { } new Layer(unit: 4)", "It takes Layer(int units).")]
    [InlineData("int Twice(int x) => 2 * x; Twice()", "It takes Twice(int x).")]
    [InlineData("int Twice(int x) => 2 * x; Twice(1, 2)", "It takes Twice(int x).")]
    [InlineData("int Twice(int x) => 2 * x; Twice(new Random())", "It takes Twice(int x).")]
    [InlineData("int Twice(int x) => 2 * x; Twice(1.5)", "(int)x")]
    [InlineData("\"abc\".Substring()", "It takes Substring(int startIndex) or Substring(int startIndex, int length).")]
    public async Task What_is_called_wrongly_says_what_it_takes(string code, string hint) => await HintsAsync(code, hint);

    [Theory]
    [InlineData("int Twice(int x) => 2 * x; var n = 1; Twice()")]
    [InlineData("class Layer(int units, Random rng) { } var a = new Random(1); var b = a; new Layer(4)")]
    public async Task Which_variable_was_meant_is_not_guessed(string code) =>
        Assert.DoesNotContain(" fits.", (await _notebook.RunAsync(code)).Traceback, StringComparison.Ordinal);

    [Theory]
    [InlineData("Convert.ToInt32(1, 2, 3)")] // nineteen ways to call it
    [InlineData("int[] y = new DateTime();")]
    [InlineData("Random r = \"x\";")]
    public async Task Where_there_is_no_usual_way_there_is_no_hint(string code) =>
        Assert.DoesNotContain("Hint:", (await _notebook.RunAsync(code)).Traceback, StringComparison.Ordinal);

    private async Task HintsAsync(string code, string hint) =>
        Assert.Contains(hint, string.Join('\n', (await _notebook.RunAsync(code)).Error.Traceback.Where(line => line.Contains("Hint:", StringComparison.Ordinal))), StringComparison.Ordinal);
}
