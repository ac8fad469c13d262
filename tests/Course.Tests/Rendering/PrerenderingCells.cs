using System.Text.Json.Nodes;
using NotebookPage.Components;
using NotebookPage.Live;
using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Documents;

namespace Course.Tests.Rendering;

public sealed class PrerenderingCells
{
    private const string Name = "lesson.ipynb";

    [Fact]
    public void What_was_made_is_taken_for_the_same_text_and_no_other()
    {
        var made = Taken(("# A *lesson*", "MADE"), ("var x = 1;", "MADE TOO"));

        Assert.Equal("MADE", CellHtml.Markdown(made, Name, Text("# A *lesson*"), FormulaMacros.None));
        Assert.Equal("MADE TOO", CellHtml.Code(made, "var x = 1;"));
        Assert.Contains("<em>lesson</em>", CellHtml.Markdown(made, Name, Text("# A *lesson*!"), FormulaMacros.None));
        Assert.Contains("<em>lesson</em>", CellHtml.Markdown(made, "other.ipynb", Text("# A *lesson*"), FormulaMacros.None));
        Assert.Contains("keyword", CellHtml.Code(made, "var x = 2;"));
    }

    [Fact]
    public void It_is_what_the_page_would_make()
    {
        var folder = Path.Combine(CourseCommand.Root, "notebooks");
        var made = new PrerenderedHtml();
        foreach (var path in Directory.GetFiles(folder, "*.ipynb"))
        {
            var (name, notebook) = (Path.GetFileName(path), Notebook.Read(path));
            var html = CellHtml.Prerender(notebook, name);
            made.Add(html);

            Assert.All(notebook.Cells.OfType<MarkdownCell>(), cell => Assert.Equal(
                CellHtml.Markdown(new PrerenderedHtml(), name, Text(cell.Source), FormulaMacros.None), made.Find("markdown", name, cell.Source)));
            Assert.All(html.Values, text => Assert.NotEmpty(text));
        }
    }

    [Fact]
    public void Html_with_a_script_is_not_made_before_and_still_gets_a_frame()
    {
        var (plain, script) = (Html("<b>bold</b>"), Html("<b>bold</b><script>1</script>"));
        var notebook = new Notebook();
        var cell = new CodeCell("x");
        cell.SetOutputs(ShownOutputs.None.Show(plain).Show(script));
        notebook.Add(cell);
        var made = new PrerenderedHtml();
        made.Add(CellHtml.Prerender(notebook, Name));

        Assert.Equal(["code", "output"], Kinds(made, ["<b>bold</b>"]));
        Assert.Contains("<script>", CellHtml.Output(made, script, isTrusted: true).Framed);
        Assert.Equal((OutputHtml.Render(plain), null), CellHtml.Output(made, plain, isTrusted: true));
        Assert.DoesNotContain("<script>", CellHtml.Output(made, script, isTrusted: false).Html);
    }

    [Fact]
    public void A_text_whose_html_depends_on_more_is_made_anew()
    {
        var macros = FormulaMacros.Of(["$\\newcommand{\\h}{h_t}$"]);
        var made = Taken(("It is $\\h$.", "MADE"));
        var picture = Text("It is $\\h$.") with { Attachments = new JsonObject() };

        Assert.Contains("<msub>", CellHtml.Markdown(made, Name, Text("It is $\\h$."), macros));
        Assert.NotEqual("MADE", CellHtml.Markdown(made, Name, picture, FormulaMacros.None));
    }

    private static IEnumerable<string> Kinds(PrerenderedHtml made, IEnumerable<string> outputs) =>
        [.. made.Find("code", "x") is null ? [] : new[] { "code" }, .. outputs.Where(html => made.Find("output", html) is not null).Select(_ => "output")];

    private static LiveCell Text(string source) => new("a", CellType.Markdown, source);

    private static CellOutput.DisplayData Html(string html) => new(new MimeBundle { ["text/html"] = html });

    private static PrerenderedHtml Taken(params (string Source, string Html)[] cells)
    {
        var made = new PrerenderedHtml();
        made.Add(cells.Select(cell => KeyValuePair.Create(
            cell.Source.StartsWith("var", StringComparison.Ordinal) ? PrerenderedHtml.Key("code", cell.Source) : PrerenderedHtml.Key("markdown", Name, cell.Source), cell.Html)));
        return made;
    }
}
