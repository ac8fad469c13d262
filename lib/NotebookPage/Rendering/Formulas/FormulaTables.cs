using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>Formulas in rows and columns: <c>\begin{cases} … \end{cases}</c>, where &amp; ends a column and \\ a row.</summary>
internal static class FormulaTables
{
    // Columns: how each is aligned, from the left, the last one for all further ones; aligned columns touch.
    private sealed record Form(string Left, string Right, string Columns, bool Touching = false, bool Display = false);

    private static readonly Form _plain = new("", "", "c"), _aligned = new("", "", "rl", Touching: true, Display: true);

    private static readonly Dictionary<string, Form> _forms = new()
    {
        ["matrix"] = _plain,
        ["smallmatrix"] = _plain,
        ["pmatrix"] = _plain with { Left = "(", Right = ")" },
        ["bmatrix"] = _plain with { Left = "[", Right = "]" },
        ["Bmatrix"] = _plain with { Left = "{", Right = "}" },
        ["vmatrix"] = _plain with { Left = "|", Right = "|" },
        ["Vmatrix"] = _plain with { Left = "‖", Right = "‖" },
        ["cases"] = new("{", "", "l"),
        ["rcases"] = new("", "}", "l"),
        ["array"] = _plain,
        ["aligned"] = _aligned,
        ["align"] = _aligned,
        ["align*"] = _aligned,
        ["alignat"] = _aligned,
        ["split"] = _aligned,
        ["eqnarray"] = _aligned with { Columns = "rcl" },
        ["gathered"] = _plain with { Display = true },
        ["gather"] = _plain with { Display = true },
        ["gather*"] = _plain with { Display = true },
        ["equation"] = _plain with { Display = true },
        ["equation*"] = _plain with { Display = true },
    };

    /// <summary>Whether a token ends a row, or the table, or what it stands in.</summary>
    public static bool EndsRow(FormulaToken token) =>
        token.IsCommand("\\") || token.IsCommand("cr") || token.IsCommand("end") || token.IsCommand("right") || token.IsCommand("middle");

    /// <summary>Reads what follows <c>\begin</c>.</summary>
    public static XElement Read(FormulaToken begin, FormulaReader reader)
    {
        var name = reader.Text(begin);
        var form = _forms.GetValueOrDefault(name) ?? throw new FormulaException(
            $"\\begin{{{name}}} is not known; these are: {string.Join(", ", _forms.Keys.Order(StringComparer.Ordinal))}", begin.Place);
        if (name == "array")
        {
            var columns = string.Concat(reader.Text(begin).Where("lcr".Contains));
            form = form with { Columns = columns.Length > 0 ? columns : "c" };
        }

        var table = Rows(form, reader);
        var end = reader.Next.IsCommand("end") ? reader.Take()
            : throw new FormulaException($"\\begin{{{name}}} without its \\end{{{name}}}", begin.Place);
        return reader.Text(end) is var closed && closed == name ? Fenced(form, table)
            : throw new FormulaException($"\\begin{{{name}}} is closed by \\end{{{closed}}}", end.Place);
    }

    /// <summary>The lines of <c>\substack{… \\ …}</c>.</summary>
    public static XElement Stack(FormulaToken command, FormulaReader reader)
    {
        if (!reader.TakeIf('{'))
        {
            throw new FormulaException($"{command} needs an argument in braces", command.Place);
        }

        var table = Rows(_plain with { Touching = true }, reader);
        return reader.TakeIf('}') ? table : throw new FormulaException($"{command} is never closed", command.Place);
    }

    private static XElement Rows(Form form, FormulaReader reader)
    {
        var table = new XElement("mtable", form.Display ? new XAttribute("displaystyle", "true") : null);
        var isRuled = false;
        do
        {
            isRuled = TakeRules(reader);
            var row = new XElement("mtr");
            var column = 0;
            do
            {
                var columns = form.Columns;
                var align = column < columns.Length ? columns[column] : columns.Length > 1 ? columns[column % columns.Length] : columns[0];
                row.Add(new XElement("mtd", Style(align, form.Touching), reader.Row(_ => false)));
                column++;
            }
            while (reader.TakeIf('&'));
            Rule(row, isRuled ? "top" : null);
            table.Add(row);
        }
        while (TakeRowEnd(reader));

        if (table.Elements().Count() > 1 && table.Elements().Last() is var last && last.Elements().All(cell => cell.Value.Length == 0))
        {
            last.Remove();
            Rule(table.Elements().Last(), isRuled ? "bottom" : null);
        }

        return table;
    }

    private static bool TakeRowEnd(FormulaReader reader)
    {
        var ends = reader.Next.IsCommand("\\") || reader.Next.IsCommand("cr");
        if (ends)
        {
            reader.Take();
            reader.Option(); // the row's extra distance
        }

        return ends;
    }

    private static bool TakeRules(FormulaReader reader)
    {
        var found = false;
        while (reader.Next.IsCommand("hline"))
        {
            reader.Take();
            found = true;
        }

        return found;
    }

    private static void Rule(XElement row, string? side)
    {
        foreach (var cell in side is null ? [] : row.Elements())
        {
            cell.SetAttributeValue("style", $"{cell.Attribute("style")?.Value}; border-{side}: 0.06em solid".TrimStart(';', ' '));
        }
    }

    private static XAttribute? Style(char align, bool touching)
    {
        var styles = new[]
        {
            align switch { 'l' => "text-align: left", 'r' => "text-align: right", _ => null },
            touching ? align == 'r' ? "padding-right: 0" : "padding-left: 0" : null,
        };
        return styles.OfType<string>().ToList() is { Count: > 0 } some ? new XAttribute("style", string.Join("; ", some)) : null;
    }

    private static XElement Fenced(Form form, XElement table)
    {
        var (left, right) = (FormulaDelimiters.Growing(form.Left, "prefix"), FormulaDelimiters.Growing(form.Right, "postfix"));
        return left is null && right is null ? table : FormulaTrait.Fenced.On(new XElement("mrow", left, table, right));
    }
}
