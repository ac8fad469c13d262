namespace NotebookSession.Tests;

public sealed class UsingDirectives : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notebook").FullName;
    private readonly TestSession _notebook;

    public UsingDirectives()
    {
        _notebook = new TestSession(new SessionOptions
        {
            WorkingDirectory = _folder,
            ReadNotebook = path => File.ReadAllText(path).Split("---\n"),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("#load \"setup.csx\"\nanswer")]
    [InlineData("#!import setup.csx\nanswer")]
    [InlineData("#load \"deep/outer.csx\"\nanswer")]
    [InlineData("#!import \"lesson.ipynb\"\nanswer")]
    [InlineData("#!import types.cs\nusing Things;\nThing.Answer.Half() * 2")]
    public async Task A_file_can_be_imported(string code)
    {
        Write("setup.csx", "var answer = 42;");
        Write("deep/outer.csx", "#load \"inner.csx\"\n#load \"setup.csx\"");
        Write("deep/inner.csx", "int unused = 1;");
        Write("lesson.ipynb", "var a = 40;---\nvar answer = a + 2;");
        Write("types.cs", "namespace Things;\npublic static class Thing { public const int Answer = 42; public static int Half(this int n) => n / 2; }");

        Assert.Equal("42", (await _notebook.RunAsync(code)).Succeeded().Value);
    }

    [Theory]
    [InlineData("broken.csx", "var a = 1;\nvar b = nonsense;", "broken.csx, line 2, column 9")]
    [InlineData("throws.csx", "var a = 1;\nthrow new Exception(\"inside\");", "at throws.csx, line 2")]
    [InlineData("broken.cs", "class A { int F() => nonsense; }", "broken.cs, line 1, column 22")]
    [InlineData("throws.ipynb", "1---\n\nthrow new Exception();", "at throws.ipynb cell [2], line 2")]
    [InlineData("self.csx", "#load \"self.csx\"", "self.csx loads itself")]
    [InlineData("text.txt", "hello", "text.txt is neither")]
    public async Task A_failure_in_a_file_fails_the_cell_and_names_the_line(string name, string content, string place)
    {
        Write(name, content);

        var ran = await _notebook.RunAsync($"#!import {name}\nConsole.Write(\"not run\");");

        Assert.Contains(place, ran.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, ran.Traceback, StringComparison.Ordinal);
        Assert.Equal("", ran.Stdout);
    }

    [Fact]
    public async Task A_source_file_that_changed_counts_when_it_is_imported_again()
    {
        Write("a.cs", "public class A { public int N => 1; }");
        await _notebook.RunAsync("#!import a.cs\nvar first = new A();");
        Write("a.cs", "public class A { public int N => 2; }");

        Assert.Equal("12", (await _notebook.RunAsync("#!import a.cs\n$\"{first.N}{new A().N}\"")).Succeeded().Value);
    }

    [Fact]
    public async Task A_source_file_with_a_namespace_keeps_its_types_until_it_has_changed()
    {
        Write("a.cs", "namespace N; public class A { public int X => 1; }");
        await _notebook.RunAsync("#!import a.cs\nvar first = new N.A();");
        Assert.Equal("True", (await _notebook.RunAsync("#!import a.cs\nfirst.GetType() == typeof(N.A)")).Succeeded().Value);
        Write("a.cs", "namespace N; public class A { public int X => 2; }");

        Assert.Equal("12", (await _notebook.RunAsync("#!import a.cs\n$\"{first.X}{new N.A().X}\"")).Succeeded().Value);
    }

    [Fact]
    public async Task A_library_is_loaded_with_its_neighbours_and_the_file_stays_free()
    {
        var built = Library.Build(Path.Combine(_folder, "Inner.dll"), "public class Inner { public int N = 7; }");
        Library.Build(Path.Combine(_folder, "Outer.dll"), "public class Outer { public Inner I = new(); }", built);

        Assert.Equal("7", (await _notebook.RunAsync("#r \"Outer.dll\"\nnew Outer().I.N")).Succeeded().Value);
        File.Delete(built);
    }

    [Theory]
    [InlineData("#r \"missing.dll\"", "missing.dll was not found")]
    [InlineData("#load", "Which file?")]
    [InlineData("#!import nowhere.csx", "nowhere.csx was not found")]
    [InlineData("#r \"nuget: \"", "Expected #r \"nuget: Name, version\"")]
    public async Task A_directive_that_fails_says_why(string code, string message) =>
        Assert.Contains(message, (await _notebook.RunAsync(code)).Error.Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_cell_can_have_parts_in_several_languages()
    {
        var ran = (await _notebook.RunAsync("#!markdown\n*It's* \"/*\n#!html\n<b>x</b>\n#!csharp\n#!time\n1 + 1")).Succeeded();

        Assert.Equal("*It's* \"/*", ran.Shown.OfType<CellOutput.DisplayData>().First().Data["text/markdown"].ToString());
        Assert.Equal("<b>x</b>", ran.Shown.OfType<CellOutput.DisplayData>().Skip(1).First().Data["text/html"].ToString());
        Assert.Equal("2", ran.Value);
        Assert.Contains(ran.Shown.OfType<CellOutput.DisplayData>(), output =>
            output.Data.GetValueOrDefault("text/plain")?.ToString().StartsWith("Wall time: ", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Whos_lists_the_variables()
    {
        await _notebook.RunAsync("var n = 1; var list = new List<string> { \"<a>\" };");

        var bundle = Assert.IsType<CellOutput.DisplayData>(Assert.Single((await _notebook.RunAsync("#!whos")).Shown)).Data;
        Assert.Matches("n +int +1", bundle["text/plain"].ToString());
        Assert.Contains("<td>List&lt;string&gt;</td>", bundle["text/html"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_was_built_again_is_told_of_once()
    {
        var path = Library.Build(Path.Combine(_folder, "Rebuilt.dll"), "public class Rebuilt { public int N = 7; }");
        Assert.Equal("", (await _notebook.RunAsync("#r \"Rebuilt.dll\"\nnew Rebuilt().N")).Succeeded().Stderr);
        Library.Build(path, "public class Rebuilt { public int N = 8; }"); // which a file that is held would prevent on Windows
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));

        var ran = (await _notebook.RunAsync("new Rebuilt().N")).Succeeded();
        Assert.Equal("7", ran.Value);
        Assert.StartsWith("Rebuilt.dll has been built again", ran.Stderr, StringComparison.Ordinal);
        Assert.Equal("", (await _notebook.RunAsync("1")).Succeeded().Stderr);
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
