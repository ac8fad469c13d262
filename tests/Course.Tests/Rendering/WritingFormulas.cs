using System.Xml.Linq;
using CsCheck;
using NotebookPage.Rendering;

namespace Course.Tests.Rendering;

public sealed class WritingFormulas
{
    private static readonly string Notebooks = Path.Combine(CourseCommand.Root, "notebooks");

    public static TheoryData<string> Texts => [.. Directory.GetFiles(Path.Combine(Notebooks, "source"), "*.md")
        .Concat(Directory.GetFiles(Notebooks, "*.md")).Select(path => Path.GetRelativePath(Notebooks, path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Texts))]
    public void Every_formula_of_the_course_can_be_shown(string file)
    {
        var faults = new List<FormulaFault>();

        MarkdownHtml.Render(File.ReadAllText(Path.Combine(Notebooks, file)), null, faults);

        Assert.Empty(faults.Select(fault => $"{file}:{fault.Line}: ${fault.Source}$: {fault.Message}"));
    }

    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("10.5", "<mn>10.5</mn>")]
    [InlineData("a-b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>")]
    [InlineData("=-b", "<mrow><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi></mrow>")]
    [InlineData("x_i - y", "<mrow><msub><mi>x</mi><mi>i</mi></msub><mo>−</mo><mi>y</mi></mrow>")]
    [InlineData("\\frac{1}{n}", "<mfrac><mn>1</mn><mi>n</mi></mfrac>")]
    [InlineData("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData("W_{hh}^\\top", "<msubsup><mi>W</mi><mrow><mi>h</mi><mi>h</mi></mrow><mi mathvariant=\"normal\">⊤</mi></msubsup>")]
    [InlineData("f''", "<msup><mi>f</mi><mrow><mo lspace=\"0\" rspace=\"0\">′</mo><mo lspace=\"0\" rspace=\"0\">′</mo></mrow></msup>")]
    [InlineData("\\sum_i x", "<mrow><munder><mo>∑</mo><mi>i</mi></munder><mi>x</mi></mrow>")]
    [InlineData("\\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>")]
    [InlineData("\\ln x", "<mrow><mi>ln</mi><mspace width=\"0.1667em\" /><mi>x</mi></mrow>")]
    [InlineData("\\ln(x)", "<mrow><mi>ln</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo></mrow>")]
    [InlineData("\\operatorname{diag}(x)", "<mrow><mi>diag</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo></mrow>")]
    [InlineData("\\mathrm{ReLU}", "<mi>ReLU</mi>")]
    [InlineData("\\mathbf{W}", "<mi mathvariant=\"normal\">𝐖</mi>")]
    [InlineData("\\mathbb{R}", "<mi mathvariant=\"normal\">ℝ</mi>")]
    [InlineData("\\text{if }x", "<mrow><mtext>if\u00a0</mtext><mi>x</mi></mrow>")]
    [InlineData("\\text{for $i$}", "<mrow><mtext>for\u00a0</mtext><mi>i</mi></mrow>")]
    [InlineData("\\hat{y}", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData("a \\not\\in b", "<mrow><mi>a</mi><mo>∉</mo><mi>b</mi></mrow>")]
    [InlineData("1{,}000", "<mrow><mn>1</mn><mo lspace=\"0\" rspace=\"0\">,</mo><mn>000</mn></mrow>")]
    [InlineData("a % the rest\n+ b", "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>")]
    public void Latex_becomes_MathML(string latex, string expected) =>
        Assert.Equal(expected, Formula(latex).ToString(SaveOptions.DisableFormatting));

    [Theory]
    [InlineData("\\newcommand{\\R}{\\mathbb{R}} x \\in \\R^n", "x \\in \\mathbb{R}^n")]
    [InlineData("\\newcommand\\half[1]{\\frac{#1}{2}} \\half{a+b} + \\half c", "\\frac{a+b}{2} + \\frac{c}{2}")]
    [InlineData("\\newcommand{\\norm}[2][2]{\\|#2\\|_{#1}} \\norm{x} \\norm[1]{x}", "\\|x\\|_{2} \\|x\\|_{1}")]
    [InlineData("\\def\\step#1#2{#1_{#2}} \\step h{t-1}", "h_{t-1}")]
    [InlineData("\\DeclareMathOperator{\\relu}{ReLU} \\relu(x)", "\\operatorname{ReLU}(x)")]
    [InlineData("\\DeclareMathOperator*{\\argmax}{arg\\,max} \\argmax_i x_i", "\\operatorname*{arg\\,max}_i x_i")]
    [InlineData("\\newcommand{\\a}{\\b} \\newcommand{\\b}{\\mathbf} \\a{W}", "\\mathbf{W}")]
    public void A_command_that_a_text_defines_is_what_it_stands_for(string latex, string same)
    {
        var written = XElement.Parse(Formulas.ToMathMl(latex, display: false, FormulaMacros.Of([latex]))).Element("semantics")!;

        Assert.Equal(Formula(same).ToString(SaveOptions.DisableFormatting), written.Elements().First().ToString(SaveOptions.DisableFormatting));
        Assert.Equal(latex, written.Element("annotation")!.Value);
    }

    [Fact]
    public void A_table_has_its_rules()
    {
        var styles = Formula("\\begin{array}{cc}a&b\\\\\\hline c&d\\\\\\hline\\end{array}").Descendants("mtd").Select(cell => (string?)cell.Attribute("style"));

        Assert.Equal([null, null, .. Enumerable.Repeat("border-top: 0.06em solid; border-bottom: 0.06em solid", 2)], styles);
    }

    [Fact]
    public void A_command_holds_in_all_of_a_notebook()
    {
        var macros = FormulaMacros.Of(["Our notation: $\\newcommand{\\h}{h_t}$"]);

        Assert.Equal("<p>Our notation: </p>\n", MarkdownHtml.Render("Our notation: $\\newcommand{\\h}{h_t}$", macros: macros));
        Assert.Contains("<msub>", MarkdownHtml.Render("It is $\\h$.", macros: macros));
    }

    [Fact]
    public void The_same_definitions_are_equal_whatever_stands_beside_them()
    {
        var macros = FormulaMacros.Of(["Our notation: $\\newcommand{\\h}{h_t}$"]);

        Assert.Equal(macros, FormulaMacros.Of(["$\\newcommand{\\h}{h_t}$ is ours", "a text"]));
        Assert.NotEqual(macros, FormulaMacros.Of(["$\\newcommand{\\h}{h_s}$"]));
        Assert.NotEqual(macros, FormulaMacros.Of([]));
    }

    [Theory]
    [InlineData("\\newcommand{\\x}{a \\x} \\x", "does its definition use itself?")]
    [InlineData("\\newcommand{\\x}{\\y\\y} \\newcommand{\\y}{\\x\\x} \\x", "does its definition use itself?")]
    [InlineData("\\newcommand{x}{a}", "needs a command to define, but here is x")]
    [InlineData("\\newcommand{\\x}", "needs an argument, but here is the end")]
    [InlineData("\\newcommand{\\x}{a", "this { is never closed")]
    [InlineData("\\newcommand{\\x}[ten]{a}", "from 0 to 9 arguments, not ten")]
    public void A_definition_that_cannot_be_read_says_why(string latex, string why) =>
        Assert.Contains(why, Assert.Throws<FormulaException>(() => Formulas.ToMathMl(latex, display: false, FormulaMacros.Of([latex]))).Message);

    [Fact]
    public void The_source_stays_with_the_formula() =>
        Assert.Equal("a < b", XElement.Parse(Formulas.ToMathMl("a < b", display: true)).Descendants("annotation").Single().Value);

    [Fact]
    public void Parentheses_grow_between_left_and_right_only()
    {
        Assert.Equal(["true", "true"], Formula("\\left( x \\right.\\left. y \\right]").Descendants("mo").Attributes("stretchy").Select(a => a.Value));
        Assert.Equal(["false", "false"], Formula("( x )").Descendants("mo").Attributes("stretchy").Select(a => a.Value));
    }

    [Fact]
    public void A_table_has_its_rows_and_columns_whatever_stands_in_its_cells()
    {
        var cases = Formula("f(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ \\begin{matrix} 1 & 2 \\end{matrix} & \\text{else} \\\\ \\end{cases}");

        var table = cases.Descendants("mtable").First();
        Assert.Equal([2, 2], table.Elements("mtr").Select(row => row.Elements("mtd").Count()));
    }

    [Theory]
    [InlineData("\\alhpa", "\\alhpa is not known; \\aleph, \\alpha, \\kappa are (at character 1)")]
    [InlineData("x + {y", "this brace is never closed (at character 5)")]
    [InlineData("x}", "a closing brace without an opening one (at character 2)")]
    [InlineData("\\frac{a}", "\\frac needs an argument, but here is the formula's end (at character 1)")]
    [InlineData("x^a^b", "a second upper script: put both into one pair of braces, ^{…} (at character 4)")]
    [InlineData("\\left( x", "\\left without its \\right (at character 1)")]
    [InlineData("x \\right)", "\\right without its \\left (at character 3)")]
    [InlineData("a & b", "& outside of a table; \\begin{aligned} … \\end{aligned} is one (at character 3)")]
    [InlineData("\\begin{cases} x", "\\begin{cases} without its \\end{cases} (at character 1)")]
    [InlineData("\\begin{cases} x \\end{matrix}", "\\begin{cases} is closed by \\end{matrix} (at character 17)")]
    [InlineData("\\text x", "\\text needs an argument in braces (at character 1)")]
    [InlineData("\\", "a backslash without a command (at character 1)")]
    [InlineData("a\u0001", "a character that no page can show (at character 2)")]
    public void A_mistake_is_told_with_its_place(string latex, string message) =>
        Assert.Equal(message, Assert.Throws<FormulaException>(() => Formulas.ToMathMl(latex, display: false)).Message);

    [Fact]
    public void Braces_too_deep_are_refused_and_do_not_end_the_program() => Assert.StartsWith("groups within groups", Assert.Throws<FormulaException>(
        () => Formulas.ToMathMl(new string('{', 100_000), display: false)).Message);

    [Fact]
    public void Whatever_is_written_becomes_a_formula_or_a_message()
    {
        string[] pieces = ["\\frac", "\\left", "\\right", "(", ")", "{", "}", "[", "]", "^", "_", "&", "\\\\", "\\begin{cases}", "\\end{cases}",
            "\\sqrt", "\\text", "\\hat", "x", "1", "'", "\\sum", "\\limits", "\\mathbf", "$", "%", "\n", "\\not", "\\substack", "é", "𝔸", "\\"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 12].Sample(chosen =>
        {
            try
            {
                XElement.Parse(Formulas.ToMathMl(string.Concat(chosen), display: true));
            }
            catch (FormulaException)
            {
                // a message is fine
            }
        });
    }

    private static XElement Formula(string latex) =>
        XElement.Parse(Formulas.ToMathMl(latex, display: false)).Element("semantics")!.Elements().First();
}
