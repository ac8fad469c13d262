using System.Xml.Linq;
using NotebookSession;

namespace NotebookPage.Rendering;

/// <summary>What each command with arguments becomes.</summary>
internal static class FormulaCommands
{
    // Each relation, and its denial.
    private const string Negated = "=≠<≮>≯≤≰≥≱∈∉∋∌⊂⊄⊃⊅⊆⊈⊇⊉≡≢∼≁≈≉≅≇∣∤∥∦∃∄→↛⇒⇏⇔⇎⊢⊬⊨⊭";

    private const int LongestName = 30;

    private delegate XElement Reading(FormulaToken command, FormulaReader reader);

    private static readonly Dictionary<string, Reading> _readings = new()
    {
        ["frac"] = Fraction,
        ["cfrac"] = Fraction,
        ["dfrac"] = (command, reader) => Style(true, Fraction(command, reader)),
        ["tfrac"] = (command, reader) => Style(false, Fraction(command, reader)),
        ["binom"] = (command, reader) => new XElement("mrow", FormulaSymbols.Operator("("),
            new XElement("mfrac", new XAttribute("linethickness", "0"), reader.Argument(command), reader.Argument(command)), FormulaSymbols.Operator(")")),
        ["sqrt"] = Root,
        ["begin"] = FormulaTables.Read,
        ["substack"] = FormulaTables.Stack,
        ["operatorname"] = OperatorName,
        ["bmod"] = (_, _) => new XElement("mo", new XAttribute("lspace", "0.2222em"), new XAttribute("rspace", "0.2222em"), "mod"),
        ["pmod"] = (command, reader) => new XElement("mrow", FormulaSpacing.Space("1em"), FormulaSymbols.Operator("("),
            new XElement("mi", "mod"), FormulaSpacing.Space("0.3333em"), reader.Argument(command), FormulaSymbols.Operator(")")),
        ["overset"] = (command, reader) => Above(reader.Argument(command), reader.Argument(command)),
        ["stackrel"] = (command, reader) => Above(reader.Argument(command), reader.Argument(command)),
        ["underset"] = (command, reader) => Below(reader.Argument(command), reader.Argument(command)),
        ["xrightarrow"] = (command, reader) => LongArrow(command, reader, "→"),
        ["xleftarrow"] = (command, reader) => LongArrow(command, reader, "←"),
        ["not"] = Not,
        ["phantom"] = (command, reader) => new XElement("mphantom", reader.Argument(command)),
        ["textcolor"] = Colored,
        ["overline"] = (command, reader) => Lined("border-top: 0.06em solid; padding-top: 0.15em", reader.Argument(command)),
        ["underline"] = (command, reader) => Lined("border-bottom: 0.06em solid; padding-bottom: 0.15em", reader.Argument(command)),
        ["boxed"] = (command, reader) => Lined("border: 0.06em solid; padding: 0.2em", reader.Argument(command)),
    };

    private static readonly Dictionary<string, (string Mark, bool Above)> _marks = new()
    {
        ["hat"] = ("^", true),
        ["widehat"] = ("^", true),
        ["bar"] = ("‾", true),
        ["tilde"] = ("~", true),
        ["widetilde"] = ("~", true),
        ["vec"] = ("→", true),
        ["overrightarrow"] = ("→", true),
        ["overleftarrow"] = ("←", true),
        ["dot"] = ("˙", true),
        ["ddot"] = ("¨", true),
        ["check"] = ("ˇ", true),
        ["breve"] = ("˘", true),
        ["acute"] = ("´", true),
        ["grave"] = ("`", true),
        ["overbrace"] = ("⏞", true),
        ["underbrace"] = ("⏟", false),
    };

    private static readonly Dictionary<string, string> _spaces = new()
    {
        [","] = "0.1667em",
        ["thinspace"] = "0.1667em",
        [":"] = "0.2222em",
        [">"] = "0.2222em",
        [";"] = "0.2778em",
        [" "] = "0.25em",
        ["\n"] = "0.25em",
        ["enspace"] = "0.5em",
        ["quad"] = "1em",
        ["qquad"] = "2em",
        ["!"] = "-0.1667em",
    };

    /// <summary>Display or text style from here on, if the token says so.</summary>
    public static bool? Style(FormulaToken token) =>
        token.IsCommand("displaystyle") ? true : token.IsCommand("textstyle") ? false : null;

    /// <summary>Reads a command's arguments; what comes back is the command with them.</summary>
    public static XElement Read(FormulaToken command, FormulaReader reader) =>
        FormulaSymbols.Named(command.Text)
        ?? (_spaces.TryGetValue(command.Text, out var width) ? FormulaSpacing.Space(width)
        : _readings.TryGetValue(command.Text, out var reading) ? reading(command, reader)
        : _marks.TryGetValue(command.Text, out var mark) ? Marked(mark.Mark, mark.Above, command, reader)
        : FormulaAlphabets.Names.Contains(command.Text) ? FormulaAlphabets.Apply(command.Text, reader.Argument(command))
        : FormulaWords.Read(command, reader) ?? FormulaDelimiters.Read(command, reader) ?? throw Unknown(command));

    private static XElement Fraction(FormulaToken command, FormulaReader reader) =>
        new("mfrac", reader.Argument(command), reader.Argument(command));

    private static XElement Style(bool display, XElement content) =>
        new("mstyle", new XAttribute("displaystyle", display ? "true" : "false"), new XAttribute("scriptlevel", "0"), content);

    private static XElement Root(FormulaToken command, FormulaReader reader) => reader.Option() is { } index
        ? new XElement("mroot", reader.Argument(command), index)
        : new XElement("msqrt", reader.Argument(command));

    private static XElement OperatorName(FormulaToken command, FormulaReader reader)
    {
        var limits = reader.TakeIf('*');
        return FormulaSymbols.Function(reader.Text(command).Trim().Replace("\\,", "\u2009", StringComparison.Ordinal), limits);
    }

    private static XElement Lined(string style, XElement content) => new("mrow", new XAttribute("style", style), content);

    private static XElement Above(XElement mark, XElement content) => new("mover", content, mark);

    private static XElement Below(XElement mark, XElement content) => new("munder", content, mark);

    private static XElement Marked(string mark, bool above, FormulaToken command, FormulaReader reader)
    {
        var grows = mark is "⏞" or "⏟" || command.Text.StartsWith("over", StringComparison.Ordinal)
            || command.Text.StartsWith("wide", StringComparison.Ordinal);
        var content = reader.Argument(command);
        var element = new XElement(above ? "mover" : "munder", new XAttribute(above ? "accent" : "accentunder", "true"),
            content, new XElement("mo", new XAttribute("stretchy", grows ? "true" : "false"), mark));
        return mark is "⏞" or "⏟" ? FormulaTrait.Limits.On(element) : element;
    }

    private static XElement LongArrow(FormulaToken command, FormulaReader reader, string arrow)
    {
        var below = reader.Option();
        var content = new XElement("mo", new XAttribute("stretchy", "true"), new XAttribute("minsize", "1.8em"), arrow);
        var above = new XElement("mpadded", new XAttribute("lspace", "0.4em"), new XAttribute("width", "+0.8em"), reader.Argument(command));
        return below is null ? Above(above, content) : new XElement("munderover", content, below, above);
    }

    private static XElement Not(FormulaToken command, FormulaReader reader)
    {
        var content = reader.Argument(command);
        var at = Negated.IndexOf(content.Value, StringComparison.Ordinal);
        return content.Name == "mo" && content.Value.Length == 1
            ? FormulaSymbols.Operator(at < 0 ? content.Value + '\u0338' : Negated[at + 1].ToString())
            : throw new FormulaException("\\not needs a relation, such as \\not\\in", command.Place);
    }

    private static XElement Colored(FormulaToken command, FormulaReader reader)
    {
        var color = reader.Text(command);
        return color.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '#')
            ? new XElement("mstyle", new XAttribute("mathcolor", color), reader.Argument(command))
            : throw new FormulaException($"'{color}' is no color's name", command.Place);
    }

    private static FormulaException Unknown(FormulaToken command)
    {
        if (command.Text.Length > LongestName)
        {
            return new FormulaException("a command that is not known", command.Place);
        }

        string[] all = [.. FormulaSymbols.Names, .. _spaces.Keys, .. _readings.Keys, .. _marks.Keys, .. FormulaAlphabets.Names,
            .. FormulaDelimiters.Names, .. FormulaWords.Names];
        var near = all.Where(name => name.Length > 1).OrderBy(name => EditDistance.Between(name, command.Text))
            .ThenBy(name => name, StringComparer.Ordinal).Take(3).Select(name => $"\\{name}");
        return new FormulaException($"{command} is not known; {string.Join(", ", near)} are", command.Place);
    }
}
