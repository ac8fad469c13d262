using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Documents;
using NotebookSession.Editing;

namespace NotebookSession.Tests.Editing;

public sealed class FormattingCode
{
    [Theory]
    [InlineData("var x=1+2 ;", "var x = 1 + 2;")]
    [InlineData("if(x>0){y( );}", "if (x > 0) { y(); }")]
    [InlineData("for(var i=0;i<3;i++)\nConsole.WriteLine( i,2 );", "for (var i = 0; i < 3; i++)\n    Console.WriteLine(i, 2);")]
    [InlineData("if (a)\n{\nb();\n  }\nelse if (c)\nd();\nelse\ne();", "if (a)\n{\n    b();\n}\nelse if (c)\n    d();\nelse\n    e();")]
    [InlineData("class A\n{\n   int x;\n\n\t// what it does\npublic int F()=>x;   \n}", "class A\n{\n    int x;\n\n    // what it does\n    public int F() => x;\n}")]
    [InlineData("switch (x)\n{\ncase 1:\na();\nbreak;\ndefault: b(); break;\n}", "switch (x)\n{\n    case 1:\n        a();\n        break;\n    default: b(); break;\n}")]
    [InlineData("var s = x switch\n{\n1=>\"a\",\n_=>\"b\",\n};", "var s = x switch\n{\n    1 => \"a\",\n    _ => \"b\",\n};")]
    [InlineData("  var all = list\n    .Where(x=>x>0)\n    .Sum();", "var all = list\n    .Where(x => x > 0)\n    .Sum();")]
    [InlineData("f(a ,\nb,\nc\n);", "f(a,\n    b,\n    c\n);")]
    [InlineData("var a = new[]{1,2};   // two", "var a = new[] { 1, 2 };   // two")]
    [InlineData("var t = $\"{ x,5 }  {y}\"+\"a  b\";", "var t = $\"{ x,5 }  {y}\" + \"a  b\";")]
    [InlineData("  var t = \"\"\"\n    a\n      b\n    \"\"\";", "var t = \"\"\"\n    a\n      b\n    \"\"\";")]
    [InlineData("  #r \"nuget: A\"\n  using System ;\nx", "#r \"nuget: A\"\nusing System;\nx")]
    [InlineData("#!time\nvar x=1;", "#!time\nvar x = 1;")]
    [InlineData("var  (a,b)=(1,2);\nreturn[..a];", "var (a, b) = (1, 2);\nreturn[..a];")]
    [InlineData("float[,] m = { {1}, {2} };\nint? n = -1; var p=(double)n; x?.F( )!.G [0] [^1]", "float[,] m = { { 1 }, { 2 } };\nint? n = -1; var p = (double)n; x?.F()!.G[0][^1]")]
    [InlineData("namespace N\n{\nrecord P( int X );\n}", "namespace N\n{\n    record P(int X);\n}")]
    [InlineData("var broken = (;", "var broken = (;")]
    [InlineData("#!markdown\n   #  text", "#!markdown\n   #  text")]
    [InlineData("", "")]
    public void Lines_are_indented_and_tokens_spaced(string code, string expected)
    {
        Assert.Equal(expected, CodeFormatter.Format(code));
        Assert.Equal(expected, CodeFormatter.Format(expected));
    }

    [Fact]
    public void Every_cell_of_the_course_keeps_its_tokens_and_its_lines_also_after_all_indentation_was_lost()
    {
        var cells = Directory.GetFiles(Path.Combine(Folder(), "notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .SelectMany(file => Notebook.Read(file).Cells.OfType<CodeCell>()).Select(cell => cell.Source).ToList();

        Assert.True(cells.Count > 500);
        foreach (var cell in cells)
        {
            var flat = string.Join('\n', cell.Split('\n').Select(line => line.TrimStart()));
            Assert.All([cell, flat], code => Assert.Equal(Tokens(code), Tokens(CodeFormatter.Format(code))));
            Assert.Equal(cell.Split('\n').Length, CodeFormatter.Format(flat).Split('\n').Length);
            Assert.Equal(CodeFormatter.Format(cell), CodeFormatter.Format(CodeFormatter.Format(cell)));
        }
    }

    private static IEnumerable<string> Tokens(string code) => CSharpSyntaxTree.ParseText(code, CSharpParseOptions.Default.WithKind(Microsoft.CodeAnalysis.SourceCodeKind.Script))
        .GetRoot().DescendantTokens().Select(token => token.Text);

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "notebooks")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
