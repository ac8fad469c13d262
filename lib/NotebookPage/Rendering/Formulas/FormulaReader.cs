using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>Reads a formula's tokens into a tree of MathML elements.</summary>
/// <remarks>
/// <code>
///   row    = { atom { "^" one | "_" one | "'" } }
///   one    = atom | "{" row "}"
///   atom   = letter | number | operator | "{" row "}" | "\command" its arguments
/// </code>
/// </remarks>
internal sealed class FormulaReader(string source)
{
    private const int Deepest = 60;
    private readonly FormulaScanner _tokens = new(source);
    private int _depth;

    /// <summary>The next token.</summary>
    public FormulaToken Next => _tokens.Next;

    /// <summary>The whole formula.</summary>
    public static XElement Read(string source)
    {
        var reader = new FormulaReader(source);
        var formula = reader.Row(_ => false);
        return reader.Next.Kind == FormulaTokenKind.End ? formula : throw Misplaced(reader.Next);
    }

    /// <summary>Takes the next token.</summary>
    public FormulaToken Take() => _tokens.Take();

    /// <summary>Takes the next token, if it is this character.</summary>
    public bool TakeIf(char character)
    {
        var found = Next.Is(character);
        if (found)
        {
            Take();
        }

        return found;
    }

    /// <summary>The next group, as it is written.</summary>
    public string Text(FormulaToken command) => _tokens.TakeText(command);

    /// <summary>What stands until a token that ends it, or that cannot belong to it; that token is not taken.</summary>
    public XElement Row(Func<FormulaToken, bool> ends)
    {
        var items = new List<XElement>();
        while (!ends(Next) && Next.Kind != FormulaTokenKind.End && !Next.Is('}') && !Next.Is('&') && !FormulaTables.EndsRow(Next))
        {
            items.Add(FormulaCommands.Style(Next) is { } style ? Styled(style, ends) : Scripted());
        }

        return FormulaSpacing.Row(items);
    }

    /// <summary>An argument: a group in braces, or one atom.</summary>
    public XElement Argument(FormulaToken command) => Next.Kind == FormulaTokenKind.End || Next.Is('}') || Next.Is('&')
        ? throw new FormulaException($"{command} needs an argument, but here is {Next}", command.Place)
        : Atom();

    /// <summary>An argument in square brackets, if there is one.</summary>
    public XElement? Option()
    {
        if (!TakeIf('['))
        {
            return null;
        }

        var option = Row(token => token.Is(']'));
        return TakeIf(']') ? option : throw new FormulaException("']' is missing", Next.Place);
    }

    private XElement Styled(bool display, Func<FormulaToken, bool> ends)
    {
        Deeper();
        Take();
        var styled = new XElement("mstyle", new XAttribute("displaystyle", display ? "true" : "false"), Row(ends));
        _depth--;
        return styled;
    }

    private void Deeper()
    {
        if (++_depth > Deepest)
        {
            throw new FormulaException($"groups within groups, more than {Deepest} deep", Next.Place);
        }
    }

    private XElement Scripted()
    {
        var nucleus = Next.Is('^') || Next.Is('_') || Next.Is('\'') ? new XElement("mrow") : Atom();
        var scripts = new FormulaScripts(nucleus);
        while (true)
        {
            switch (Next)
            {
                case var token when token.IsCommand("limits") || token.IsCommand("nolimits"):
                    scripts.Limits = Take().Text == "limits";
                    break;
                case var token when token.Is('\''):
                    scripts.AddPrime(Take());
                    break;
                case var token when token.Is('^'):
                    scripts.AddUpper(Take(), Argument(token));
                    break;
                case var token when token.Is('_'):
                    scripts.AddLower(Take(), Argument(token));
                    break;
                default:
                    return scripts.Element();
            }
        }
    }

    private XElement Atom()
    {
        Deeper();
        var token = Take();
        var atom = token switch
        {
            { Kind: FormulaTokenKind.Number } => new XElement("mn", token.Text),
            { Kind: FormulaTokenKind.Command } => FormulaCommands.Read(token, this),
            { Text: "{" } => Group(token),
            { Text: "}" or "&" or "^" or "_" or "#" or "$" } => throw Misplaced(token),
            _ => FormulaSymbols.Of(token.Text),
        };
        _depth--;
        return atom;
    }

    private XElement Group(FormulaToken brace)
    {
        var row = Row(_ => false);
        if (row.Name == "mo" && !FormulaTrait.Function.IsOn(row))
        {
            FormulaSpacing.Close(row); // 1{,}000
        }

        return TakeIf('}') ? row : throw (Next.Kind == FormulaTokenKind.End
            ? new FormulaException("this brace is never closed", brace.Place)
            : Misplaced(Next));
    }

    private static FormulaException Misplaced(FormulaToken token) => new(token.Text switch
    {
        "}" => "a closing brace without an opening one",
        "&" or "\\" => $"{token} outside of a table; \\begin{{aligned}} … \\end{{aligned}} is one",
        "right" or "middle" or "end" => $"{token} without its \\{(token.Text == "end" ? "begin" : "left")}",
        "#" or "$" => $"{token} needs a backslash: \\{token}",
        _ => $"{token} in the wrong place",
    }, token.Place);
}
