namespace NotebookSession.Tests;

public sealed class OtherLanguages : IAsyncDisposable
{
    private readonly TestSession _notebook = new(new SessionOptions()); // no packages

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("#!fsharp\nlet y = 3\ny + 1", "F#")]
    [InlineData("#!f#\nprintfn \"x\"", "F#")]
    [InlineData("#!pwsh\n'hello' | Write-Host", "PowerShell")]
    [InlineData("#!sql\nselect 1", "SQL")]
    [InlineData("#!kql\nStormEvents | take 1", "KQL")]
    [InlineData("#!mermaid\nflowchart LR\n a --> b", "Mermaid")]
    [InlineData("#!http\nGET https://example.com", "HTTP")]
    public async Task A_part_in_a_language_that_is_not_run_is_passed_over_and_says_so(string code, string language)
    {
        var ran = (await _notebook.RunAsync($"{code}\n#!csharp\n6 * 7")).Succeeded();

        var shown = Assert.Single(ran.Shown.OfType<CellOutput.DisplayData>()).Data["text/plain"].ToString();
        Assert.StartsWith($"{language} is not run here", shown, StringComparison.Ordinal);
        Assert.Equal("42", ran.Value);
    }

    [Theory] // which stands between a cell's own language and its text
    [InlineData("\"a\vb\".Length", "3")]
    [InlineData("1 +\v2", "3")]
    [InlineData("#!csharp\v\"a\vb\".Length", "3")]
    public async Task A_vertical_tab_in_a_text_is_a_letter_like_others(string code, string value) =>
        Assert.Equal(value, (await _notebook.RunAsync(code)).Succeeded().Value);

    [Fact]
    public async Task A_later_cell_that_misses_a_name_is_told_in_which_language_it_stands()
    {
        await _notebook.RunAsync("#!fsharp\nlet total = 3");

        var ran = await _notebook.RunAsync("total + 1");

        Assert.Contains("Hint: total stands in a part in F#, which is not run here.", ran.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("F#", (await _notebook.RunAsync("other + 1")).Traceback, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!value --name config\nline 1\nline \"2\"", "#!share --from value config\nconfig", "line 1\nline \"2\"")]
    [InlineData("#!value --name config\ntext", "#!share config --from value --as settings\nsettings", "text")]
    [InlineData("#!value --name config\ntext", "#!set --name settings --value @value:config\nsettings", "text")]
    [InlineData("var n = 41;", "#!set --name m --value @csharp:n\nm + 1", "42")]
    [InlineData("var n = 42;", "#!share --from csharp n\nn", "42")]
    [InlineData("int[] two = [1, 2];\n#!value --name kept --from-value @csharp:two", "#!share --from value kept\nkept.Length", "2")]
    [InlineData("#!value --name kept --from-value \"good day\"", "#!set --name m --value @value:kept\nm", "good day")]
    [InlineData("", "#!set --name greeting --value \"good day\"\ngreeting", "good day")]
    public async Task Named_texts_and_variables_are_shared_as_in_NET_Interactive(string first, string second, string value)
    {
        await _notebook.RunAsync(first);

        Assert.Equal(value, (await _notebook.RunAsync(second)).Succeeded().Value);
    }

    [Theory]
    [InlineData("#!set --name x --value @input:\"Which file?\"", "Which file?", false)]
    [InlineData("#!set --value @input:Name --name x", "Name", false)]
    [InlineData("#!set --name x --value @password:{ \"prompt\": \"Your key\", \"saveAs\": \"key\" }", "Your key", true)]
    [InlineData("#!value --name kept --from-value @input:\"Which file?\"\n#!csharp\n#!share --from value kept --as x", "Which file?", false)]
    public async Task A_value_may_be_asked_for(string code, string question, bool isPassword)
    {
        var asked = new List<InputRequest?>();
        _notebook.Session.InputWanted += wanted =>
        {
            asked.Add(wanted);
            _notebook.Session.Answer("a b");
        };

        Assert.Equal("a b", (await _notebook.RunAsync($"{code}\nx")).Succeeded().Value);
        Assert.Equal(new InputRequest(question, isPassword), asked[0]);
    }

    [Theory]
    [InlineData("#!share --from fsharp y\ny", "F# is not run here, so it has no y to share.")]
    [InlineData("#!share --from sql-work orders\n1", "sql-work is the kernel of another program")]
    [InlineData("#!share y\n1", "Expected #!share --from KERNEL NAME.")]
    [InlineData("#!set --name x --value @value:nothing\nx", "There is no value nothing.")]
    [InlineData("#!set --name 2x --value 1\n1", "2x is no name for a variable in C#.")]
    [InlineData("#!value\ntext", "Which name?")]
    [InlineData("#!connect mssql --kernel-name work", "#!connect starts the kernel of another program")]
    public async Task What_cannot_be_shared_or_connected_is_an_error_of_its_line(string code, string message)
    {
        var ran = await _notebook.RunAsync(code);

        Assert.Equal("DirectiveError", ran.Error.Name);
        Assert.Contains($"line 1: {message}", ran.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_about_and_lsmagic_tell_what_there_is()
    {
        await _notebook.RunAsync("var apples = 3;");

        Assert.Equal("apples", await ShownAsync("#!who"));
        Assert.Contains(".NET 10", await ShownAsync("#!about"), StringComparison.Ordinal);
        Assert.Contains("#!whos\n", await ShownAsync("#!lsmagic"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_variables_of_CSharp()
    {
        await _notebook.RunAsync("var points = new[] { new { X = 1, Label = \"</script>\" } };");

        var ran = (await _notebook.RunAsync("#!javascript\n#!set --value @csharp:points --name data\nconsole.log(data);")).Succeeded();

        Assert.Equal(
            "<script type=\"text/javascript\">\nvar data = [{\"X\":1,\"Label\":\"\\u003C/script\\u003E\"}];\nconsole.log(data);\n</script>",
            Assert.Single(ran.Shown.OfType<CellOutput.DisplayData>()).Data["text/html"].ToString());
    }

    private async Task<string> ShownAsync(string code) => (await _notebook.RunAsync(code)).Succeeded().Displayed;
}
