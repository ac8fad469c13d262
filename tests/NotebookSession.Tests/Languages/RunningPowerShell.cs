namespace NotebookSession.Tests.Languages;

public sealed class PowerShellNotebook() : GuestNotebook("#!pwsh\n$first = 1");

public sealed class RunningPowerShell(PowerShellNotebook notebook) : IClassFixture<PowerShellNotebook>
{
    [Fact]
    public async Task A_later_cell_sees_what_an_earlier_one_declared_and_its_output_is_text()
    {
        (await notebook.RunAsync("#!pwsh\n$n = 3\nfunction twice($x) { 2 * $x }")).Succeeded();

        var ran = (await notebook.RunAsync("#!pwsh\nWrite-Host \"n is $n\"\ntwice $n\n[pscustomobject]@{ Name = 'Ada'; Age = 36 }\nWrite-Warning 'careful'\nsh -c 'echo aside >&2'")).Succeeded();

        Assert.Equal("n is 3\n6\n\nName Age\n---- ---\nAda   36\n\n", ran.Stdout);
        Assert.Contains("WARNING: careful\n", ran.Stderr, StringComparison.Ordinal);
        Assert.Contains("aside\n", ran.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variables_of_its_cells_are_listed_in_its_part_and_those_of_CSharp_in_one_of_CSharp()
    {
        await notebook.RunAsync("var listed = 2;\n#!pwsh\n$counted = @(1, 2)");

        var names = (await notebook.RunAsync("#!pwsh\n#!who")).Succeeded().Displayed.Split('\n');

        Assert.Contains("counted", names);
        Assert.DoesNotContain("listed", names);
        Assert.DoesNotContain("HOME", names); // PowerShell's own
        Assert.Matches(@"counted +object\[\]", (await notebook.RunAsync("#!pwsh\n#!whos")).Succeeded().Displayed);
        var ofCSharp = (await notebook.RunAsync("#!who")).Succeeded().Displayed.Split('\n');
        Assert.Contains("listed", ofCSharp);
        Assert.DoesNotContain("counted", ofCSharp);
    }

    [Theory]
    [InlineData("$a = 1\n$b = ($a +", "CompileError", "line 3, column 11: error: You must provide a value expression")]
    [InlineData("throw 'oops'", "System.Management.Automation.RuntimeException", "oops")]
    [InlineData("'before'\n[int]::Parse('z')\n'after'", "System.FormatException", "The input string 'z' was not in a correct format.")]
    [InlineData("Get-Item nothing-here", "System.Management.Automation.ItemNotFoundException", "Cannot find path")]
    public async Task What_fails_is_the_cells_error(string script, string name, string message)
    {
        var ran = await notebook.RunAsync($"#!pwsh\n{script}");

        Assert.Equal(name, ran.Error.Name);
        Assert.StartsWith(message, ran.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_has_its_line_and_the_script_goes_on_after_it_as_in_a_console()
    {
        var ran = await notebook.RunAsync("#!pwsh\n'before'\n1 / 0\n'after'");

        Assert.Equal("before\nafter\n", ran.Stdout);
        Assert.Equal("System.DivideByZeroException: Attempted to divide by zero.\n   at line 3\n      1 / 0", ran.Traceback);
    }

    [Fact]
    public async Task Values_of_any_type_are_shared_both_ways()
    {
        await notebook.RunAsync("record Point(int X, int Y);\nvar point = new Point(3, 4);\n#!pwsh\n$json = @{ a = 1 } | ConvertTo-Json -Compress");

        Assert.Equal("7\n", (await notebook.RunAsync("#!pwsh\n#!set --value @csharp:point --name p\n$p.X + $p.Y")).Succeeded().Stdout);
        Assert.Equal("{\"a\":1}", (await notebook.RunAsync("#!share --from pwsh json\njson")).Succeeded().Value);
    }

    [Theory]
    [InlineData("$name = Read-Host -Prompt 'Name'\n\"<$name>\"", "Name: ", false)]
    [InlineData("\"<$(Read-Host Name)>\"", "Name: ", false)]
    [InlineData("\"<$(Read-Host)>\"", "", false)]
    [InlineData("\"<$(Read-Host Key -MaskInput)>\"", "Key: ", true)]
    [InlineData("$key = Read-Host Key -AsSecureString\n\"<$([Net.NetworkCredential]::new('', $key).Password)>\"", "Key: ", true)]
    public async Task A_line_is_asked_for_with_its_prompt(string script, string prompt, bool isPassword)
    {
        var asked = new List<InputRequest>();
        notebook.Session.InputWanted += Answer;
        var ran = await notebook.RunAsync($"#!pwsh\n{script}");
        notebook.Session.InputWanted -= Answer;

        Assert.Equal("<Ada>\n", ran.Succeeded().Stdout);
        Assert.Equal([new InputRequest(prompt, isPassword)], asked);

        void Answer(InputRequest? wanted)
        {
            if (wanted is not null)
            {
                asked.Add(wanted);
                notebook.Session.Answer("Ada");
            }
        }
    }

    [Fact]
    public async Task Where_nobody_answers_a_line_is_empty_as_in_CSharp() =>
        Assert.Equal("<>\n", (await notebook.RunAsync("#!pwsh\n\"<$(Read-Host Name)>\"")).Succeeded().Stdout);

    [Fact]
    public async Task A_cell_that_waits_for_a_line_is_stopped()
    {
        notebook.Session.InputWanted += Wait;
        var ran = await notebook.RunAndStopAsync("\n#!pwsh\nRead-Host Name");
        notebook.Session.InputWanted -= Wait;

        Assert.IsType<CellResult.Stopped>(ran.Result);
        Assert.Equal("2\n", (await notebook.RunAsync("#!pwsh\n1 + 1")).Succeeded().Stdout);

        static void Wait(InputRequest? wanted)
        {
        }
    }

    [Theory]
    [InlineData("while ($true) { $i++ }")]
    [InlineData("Start-Sleep 60")]
    public async Task What_does_not_end_is_stopped_and_the_variables_stay(string script)
    {
        await notebook.RunAsync("#!pwsh\n$kept = 5");

        Assert.IsType<CellResult.Stopped>((await notebook.RunAndStopAsync($"\n#!pwsh\n{script}")).Result);

        Assert.Equal("6\n", (await notebook.RunAsync("#!pwsh\n$kept + 1")).Succeeded().Stdout);
    }
}
