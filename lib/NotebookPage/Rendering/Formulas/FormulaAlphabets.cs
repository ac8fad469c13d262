using System.Text;
using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>Letters of another kind, as Unicode has them for mathematics: 𝐖, ℝ, 𝓛.</summary>
internal static class FormulaAlphabets
{
    private sealed record Alphabet(int Upper, int Lower, int Digit = 0, int GreekUpper = 0, int GreekLower = 0, string Exceptions = "");

    private static readonly Dictionary<string, Alphabet> _byCommand = new()
    {
        ["mathbf"] = new(0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2),
        ["mathit"] = new(0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC, "hℎ"),
        ["boldsymbol"] = new(0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736),
        ["mathcal"] = new(0x1D49C, 0x1D4B6, Exceptions: "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
        ["mathfrak"] = new(0x1D504, 0x1D51E, Exceptions: "CℭHℌIℑRℜZℨ"),
        ["mathbb"] = new(0x1D538, 0x1D552, 0x1D7D8, Exceptions: "CℂHℍNℕPℙQℚRℝZℤ"),
        ["mathsf"] = new(0x1D5A0, 0x1D5BA, 0x1D7E2),
        ["mathtt"] = new(0x1D670, 0x1D68A, 0x1D7F6),
    };

    private static readonly Dictionary<string, string> _same = new()
    {
        ["bm"] = "boldsymbol",
        ["bold"] = "mathbf",
        ["mathscr"] = "mathcal",
        ["Bbb"] = "mathbb",
    };

    /// <summary>All names; <c>\mathrm</c> is upright.</summary>
    public static IEnumerable<string> Names => [.. _byCommand.Keys, .. _same.Keys, "mathrm"];

    /// <summary>The argument with its letters and digits changed. Letters in a row become one word.</summary>
    public static XElement Apply(string command, XElement argument)
    {
        var alphabet = _byCommand.GetValueOrDefault(_same.GetValueOrDefault(command, command));
        if (argument.Name == "mrow" && argument.Elements().All(item => item.Name == "mi" && item.Value.Length == 1))
        {
            return Letter(alphabet, argument.Value);
        }

        foreach (var item in argument.DescendantsAndSelf().Where(item => item.Name.LocalName is "mi" or "mn").ToList())
        {
            var changed = item.Name == "mn" ? new XElement("mn", Text(alphabet, item.Value)) : Letter(alphabet, item.Value);
            item.ReplaceAll(changed.Attributes(), changed.Nodes());
        }

        return argument;
    }

    private static XElement Letter(Alphabet? alphabet, string text)
    {
        var changed = Text(alphabet, text);
        return new XElement("mi", changed.EnumerateRunes().Count() == 1 ? new XAttribute("mathvariant", "normal") : null, changed);
    }

    private static string Text(Alphabet? alphabet, string text) =>
        alphabet is null ? text : string.Concat(text.EnumerateRunes().Select(rune => Changed(alphabet, rune)));

    private static string Changed(Alphabet alphabet, Rune rune)
    {
        var exception = rune.IsBmp ? alphabet.Exceptions.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
        return exception >= 0 ? alphabet.Exceptions[exception + 1].ToString() : rune.Value switch
        {
            >= 'A' and <= 'Z' => Shifted(alphabet.Upper, 'A'),
            >= 'a' and <= 'z' => Shifted(alphabet.Lower, 'a'),
            >= '0' and <= '9' => Shifted(alphabet.Digit, '0'),
            >= 'Α' and <= 'Ω' => Shifted(alphabet.GreekUpper, 'Α'),
            >= 'α' and <= 'ω' => Shifted(alphabet.GreekLower, 'α'),
            _ => rune.ToString(),
        };

        string Shifted(int start, int first) => start == 0 ? rune.ToString() : char.ConvertFromUtf32(start + rune.Value - first);
    }
}
