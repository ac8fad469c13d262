using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>Words within a formula: <c>\text{if $x &gt; 0$}</c>.</summary>
internal static class FormulaWords
{
    private static readonly Dictionary<string, string?> _styles = new()
    {
        ["text"] = null,
        ["mbox"] = null,
        ["textrm"] = null,
        ["textnormal"] = null,
        ["textbf"] = "font-weight: bold",
        ["textit"] = "font-style: italic",
        ["emph"] = "font-style: italic",
        ["texttt"] = "font-family: monospace",
    };

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => _styles.Keys;

    /// <summary>Reads the words after the command; null for another command.</summary>
    public static XElement? Read(FormulaToken command, FormulaReader reader)
    {
        if (!_styles.TryGetValue(command.Text, out var style))
        {
            return null;
        }

        var parts = reader.Text(command).Split('$'); // words, formula, words…
        return parts.Length % 2 == 0 ? throw new FormulaException($"{command} has a $ without its partner", command.Place)
            : FormulaSpacing.Group([.. parts.Select((part, i) => i % 2 == 0 ? Words(part, style) : FormulaReader.Read(part))
                .Where(part => part.Name != "mtext" || part.Value.Length > 0)]);
    }

    private static XElement Words(string text, string? style)
    {
        var words = text.Replace("~", " ", StringComparison.Ordinal);
        foreach (var escaped in "{}%&#_$ ")
        {
            words = words.Replace($"\\{escaped}", escaped.ToString(), StringComparison.Ordinal);
        }

        return new XElement("mtext", style is null ? null : new XAttribute("style", style), words.Replace(' ', '\u00a0'));
    }
}
