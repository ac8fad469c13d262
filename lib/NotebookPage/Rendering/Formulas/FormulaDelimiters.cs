using System.Globalization;
using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>Parentheses that grow: <c>\left( … \middle| … \right)</c>, <c>\bigl(</c>.</summary>
internal static class FormulaDelimiters
{
    private static readonly Dictionary<string, double> _sizes = new() { ["big"] = 1.2, ["Big"] = 1.8, ["bigg"] = 2.4, ["Bigg"] = 3 };

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names =>
        ["left", .. _sizes.Keys.SelectMany(size => new[] { size, size + "l", size + "r", size + "m" })];

    /// <summary>Reads what follows <c>\left</c> or one of the sizes; null for another command.</summary>
    public static XElement? Read(FormulaToken command, FormulaReader reader)
    {
        var size = command.Text.TrimEnd('l', 'r', 'm');
        return command.Text == "left" ? Pair(command, reader)
            : _sizes.TryGetValue(size, out var em) && command.Text.Length - size.Length < 2 ? Sized(em, Delimiter(command, reader))
            : null;
    }

    /// <summary>A delimiter as high as what it encloses; null for none.</summary>
    public static XElement? Growing(string text, string form) => text.Length == 0 ? null : new XElement("mo",
        new XAttribute("form", form), new XAttribute("stretchy", "true"), new XAttribute("fence", "true"), text);

    private static XElement Pair(FormulaToken left, FormulaReader reader)
    {
        var items = new List<XElement?> { Growing(Delimiter(left, reader), "prefix") };
        while (true)
        {
            items.Add(reader.Row(token => token.IsCommand("right") || token.IsCommand("middle")));
            var end = reader.Next.IsCommand("right") || reader.Next.IsCommand("middle") ? reader.Take()
                : throw new FormulaException("\\left without its \\right", left.Place);
            items.Add(Growing(Delimiter(end, reader), end.Text == "right" ? "postfix" : "infix"));
            if (end.Text == "right")
            {
                return FormulaTrait.Fenced.On(new XElement("mrow", items));
            }
        }
    }

    private static XElement Sized(double em, string delimiter)
    {
        var size = em.ToString(CultureInfo.InvariantCulture) + "em";
        return new XElement("mo", new XAttribute("stretchy", "true"), new XAttribute("symmetric", "true"),
            new XAttribute("minsize", size), new XAttribute("maxsize", size), new XAttribute("lspace", "0"), new XAttribute("rspace", "0"), delimiter);
    }

    private static string Delimiter(FormulaToken command, FormulaReader reader)
    {
        var token = reader.Take();
        var text = token switch
        {
            { Kind: FormulaTokenKind.Command } => FormulaSymbols.Named(token.Text)?.Value,
            { Text: "." } => "",
            { Text: "<" } => "⟨",
            { Text: ">" } => "⟩",
            _ => token.Text,
        };
        return text is not null && text.Length < 2 && (text.Length == 0 || "()[]{}|‖⟨⟩⌊⌋⌈⌉/\\↑↓↕⇑⇓".Contains(text, StringComparison.Ordinal))
            && token.Kind != FormulaTokenKind.End && token is not { Kind: FormulaTokenKind.Character, Text: "{" or "}" }
            ? text
            : throw new FormulaException($"{command} needs a delimiter such as ( or \\{{ or . for none, but here is {token}", command.Place);
    }
}
