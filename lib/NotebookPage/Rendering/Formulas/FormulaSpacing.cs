using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>What depends on neighbors: which signs are operations, and the thin space beside a function's name.</summary>
internal static class FormulaSpacing
{
    private const string Thin = "0.1667em";

    /// <summary>The items as one element.</summary>
    public static XElement Group(IReadOnlyList<XElement> items) => items is [var one] ? one : new XElement("mrow", items);

    /// <summary>A space as wide as this.</summary>
    public static XElement Space(string width) => new("mspace", new XAttribute("width", width));

    /// <summary>Takes away the space around an operator.</summary>
    public static void Close(XElement operation, string space = "0")
    {
        operation.SetAttributeValue("lspace", space);
        operation.SetAttributeValue("rspace", space);
    }

    /// <summary>The items of a row as one element, spaced.</summary>
    public static XElement Row(IReadOnlyList<XElement> items)
    {
        var row = new List<XElement>();
        foreach (var item in items)
        {
            var before = row.LastOrDefault();
            if (IsSign(item) && (before is null || FormulaSymbols.OpensOperand(Core(before)) || IsFunction(before)))
            {
                item.SetAttributeValue("form", "prefix");
            }

            if (before is not null && IsApart(before, item))
            {
                row.Add(Space(Thin));
            }

            row.Add(item);
        }

        return Group(row);
    }

    // ln x and a ln, but ln(x), = ln and 2(ln
    private static bool IsApart(XElement left, XElement right)
    {
        var (before, after) = (Core(left), Core(right));
        return before.Name != "mspace" && after.Name != "mspace"
            && ((IsFunction(left) && (after.Name != "mo" || IsFunction(right)) && !FormulaTrait.Fenced.IsOn(right))
                || (IsFunction(right) && (before.Name != "mo" || !FormulaSymbols.OpensOperand(before))));
    }

    private static bool IsSign(XElement item) => item.Name == "mo" && item.Value is "−" or "+" or "±" or "∓";

    private static bool IsFunction(XElement item) => FormulaTrait.Function.IsOn(Core(item));

    // What the scripts belong to.
    private static XElement Core(XElement item) =>
        item.Name.LocalName is "msub" or "msup" or "msubsup" or "munder" or "mover" or "munderover"
            ? Core(item.Elements().First()) : item;
}
