using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NotebookSession.Errors;

namespace NotebookSession.Tests.Errors;

/// <summary>Cells on a runtime that was not given their symbols, or doesn't read them, as in a browser.</summary>
public sealed class LinesFromSymbols
{
    private const string Code = """
        public static class Failing
        {
            public static void First() =>
                Second(
                    1);

            private static void Second(int i)
            {
                int[] few = [1];
                few[i + 1] = 2;
            }
        }
        """;

    [Fact]
    public void An_error_names_the_lines_that_it_came_through()
    {
        var first = new Unread(Code).Compiled.GetType("Failing")!.GetMethod("First")!;

        var error = RuntimeErrors.Report(Record.Exception(() => first.Invoke(null, null))!, "cell [1]", (_, line) => Code.Split('\n')[line - 1]);

        Assert.Equal(
            [
                "System.IndexOutOfRangeException: Index was outside the bounds of the array.",
                "   at Failing.Second, line 10",
                "      few[i + 1] = 2;",
                "   at Failing.First, line 4",
            ],
            error.Traceback);
    }

    /// <summary>Keeps the symbols to itself.</summary>
    private sealed class Unread : CellContext
    {
        public Unread(string code)
            : base(collectible: true)
        {
            var compilation = CSharpCompilation.Create(
                "Unread",
                [CSharpSyntaxTree.ParseText(code, path: "cell [1]", encoding: System.Text.Encoding.UTF8, cancellationToken: TestContext.Current.CancellationToken)],
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)); // not optimized: no frame is missing
            var (image, pdb) = (new MemoryStream(), new MemoryStream());
            Assert.True(compilation.Emit(image, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success);
            image.Position = 0;
            Compiled = LoadFromStream(image);
            Symbols = new CellSymbols(pdb.ToArray());
        }

        public System.Reflection.Assembly Compiled { get; }
    }
}
