using System.Xml;
using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>
/// LaTeX formulas → MathML, which browsers draw themselves. The way is
/// <see cref="FormulaMacros"/> (the text's own commands) → <see cref="FormulaScanner"/> (tokens) → <see cref="FormulaReader"/> (a tree of MathML elements) → text.
/// </summary>
public static class Formulas
{
    /// <summary>The formula as a <c>math</c> element. It keeps its source, as an annotation.</summary>
    /// <param name="latex">What stands between the dollars.</param>
    /// <param name="display">Whether it stands in a line of its own.</param>
    /// <param name="macros">The commands that it may use beside LaTeX's; null for none.</param>
    /// <exception cref="FormulaException">It has a mistake, or a command that is not known.</exception>
    public static string ToMathMl(string latex, bool display, FormulaMacros? macros = null)
    {
        RequireText(latex);
        var expanded = macros?.Expand(latex) ?? latex;
        if (string.IsNullOrWhiteSpace(expanded) && expanded != latex)
        {
            return ""; // it defines commands, and shows nothing
        }

        var formula = new XElement("math",
            display ? new XAttribute("display", "block") : null,
            new XElement("semantics",
                FormulaReader.Read(expanded),
                new XElement("annotation", new XAttribute("encoding", "application/x-tex"), latex.Trim())));
        return formula.ToString(SaveOptions.DisableFormatting);
    }

    private static void RequireText(string latex)
    {
        for (var i = 0; i < latex.Length; i++)
        {
            if (i + 1 < latex.Length && XmlConvert.IsXmlSurrogatePair(latex[i + 1], latex[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(latex[i]))
            {
                throw new FormulaException("a character that no page can show", i);
            }
        }
    }
}
