using System.Diagnostics;
using NotebookPage.Rendering;
using NotebookSession;

namespace Course.Tests.Rendering;

/// <summary>Texts that would end the server, or keep it busy for minutes. The time allowed is that of a busy machine.</summary>
public sealed class BearingAnyText
{
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(30);

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string> Markdowns => new()
    {
        { "links in links", Times(20_000, "[a](") },
        { "pictures", Times(20_000, "![") },
        { "brackets", Times(20_000, "[") },
        { "emphasis", Times(20_000, "*a ") },
        { "underlines", Times(20_000, "_a ") },
        { "quotes", new string('>', 20_000) + "a" },
        { "lists", Times(20_000, "- ") + "a" },
        { "a table of 3,000 columns", $"|{Times(3000, "a|")}\n|{Times(3000, "-|")}\n|{Times(3000, "b|")}\n" },
        { "a table whose rows are short", $"|{Times(3000, "a|")}\n|{Times(3000, "-|")}\n{Times(10_000, "|x|\n")}" },
        { "elements", Times(10_000, "<b>") },
        { "elements in lines", Times(10_000, "<div>\n") },
        { "dollars", Times(30_000, "$a ") },
        { "styles of a formula", $"${Times(20_000, "\\displaystyle")}$" },
        { "headings of one name", Times(20_000, "# a\n") },
        { "backticks", string.Join(" a ", Enumerable.Range(1, 200).Select(count => new string('`', count))) },
        { "paragraphs", Times(60_000, "a\n\n") },
        { "too much", Times(100_000, "word ") },
    };

    [Theory, MemberData(nameof(Markdowns))]
    public void Markdown_that_is_too_much_for_its_reader_is_shown_soon_and_takes_little_room(string what, string markdown)
    {
        var html = Soon(() => MarkdownHtml.Render(markdown));

        Assert.True(html.Length < 12 * markdown.Length + 1000, what);
    }

    [Theory]
    [InlineData("[a](", 20_000)]
    [InlineData("<b>", 10_000)]
    [InlineData("> ", 1_000)]
    public void What_is_shown_as_it_is_written_says_why(string piece, int count) =>
        Assert.Contains("Shown as it is written: ", MarkdownHtml.Render(Times(count, piece)));

    public static TheoryData<string, string> Terminals => new()
    {
        { "one line of 300,000 letters", new string('a', 300_000) },
        { "one line of 4 million letters", new string('a', 4_000_000) },
        { "50,000 colors", Times(50_000, "\u001b[31ma") },
        { "a progress bar", Times(100_000, "50 %\r") },
        { "returns alone", new string('\r', 300_000) + "a" },
        { "a sequence that never ends", "\u001b[" + new string('0', 300_000) },
        { "titles that never end", Times(50_000, "\u001b]0;a") },
        { "marks on one letter", "a" + new string('\u0301', 300_000) },
    };

    [Theory, MemberData(nameof(Terminals))]
    public void Text_of_a_terminal_is_shown_soon(string what, string text)
    {
        var html = Soon(() => OutputHtml.Render(new CellOutput.Stream("stdout", text)));

        Assert.True(html.Length < 20 * text.Length + 1000, what);
    }

    public static TheoryData<string> Latex =>
    [
        Times(20_000, "\\displaystyle "), Times(20_000, "\\frac"), Times(20_000, "\\left("), Times(20_000, "{"), Times(20_000, "x^"), Times(20_000, "\\sqrt["),
        Times(20_000, "\\hat"), Times(20_000, "\\not"), Times(10_000, "\\begin{matrix}"), $"\\begin{{matrix}}{Times(20_000, "a&")}\\end{{matrix}}", "\\" + new string('a', 100_000),
        Times(20_000, "\\text{"), Times(20_000, "x'"), Times(20_000, "\\overline"), Times(20_000, "\\mathbf"),
    ];

    [Theory, MemberData(nameof(Latex))]
    public void A_formula_is_shown_or_refused_soon(string latex) => Soon(() =>
    {
        try
        {
            return Formulas.ToMathMl(latex, display: true);
        }
        catch (FormulaException e)
        {
            return e.Message;
        }
    });

    public static TheoryData<string> Codes =>
    [
        Times(50_000, "("), Times(10_000, "A<"), Times(20_000, "["), Times(2_000, "$\"{"), Times(20_000, "$\"{a}\" "), Times(30_000, "#if A\n"),
        "#if " + Times(30_000, "!") + "A", "/// " + Times(20_000, "<a>"), Times(40, "partial "), "x = 1" + Times(50_000, "+1"), Times(50_000, "'"),
    ];

    [Theory, MemberData(nameof(Codes))]
    public void Code_is_shown_soon(string code) => Soon(() => CodeHtml.Highlight(code));

    private static string Soon(Func<string> render)
    {
        var watch = Stopwatch.StartNew();
        var html = render();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, _most);
        return html;
    }
}
