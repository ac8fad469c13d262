using System.Globalization;
using System.Text;

namespace NotebookPage.Rendering;

/// <summary>A command that a text defines for its formulas.</summary>
/// <param name="Arguments">How many arguments it takes.</param>
/// <param name="Otherwise">Its first argument where none stands in brackets; null if that is an argument like the others.</param>
/// <param name="Body">What it stands for: #1 is its first argument.</param>
internal sealed record FormulaMacro(int Arguments, string? Otherwise, string Body)
{
    private static readonly string[] _definitions = ["newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator"];

    /// <summary>Whether a command defines another one.</summary>
    public static bool IsDefinedBy(string command) => _definitions.Contains(command);

    /// <summary>Reads a definition, as far as it goes: <c>{\name}[2]{\frac{#1}{#2}}</c>, <c>\name#1{\hat{#1}}</c>.</summary>
    public static (string Name, FormulaMacro Macro) Read(string definition, FormulaCursor text)
    {
        var isStarred = text.TakeIf('*');
        var name = text.TakeArgument(definition).Trim();
        if (name is not ['\\', _, ..])
        {
            throw new FormulaException($"\\{definition} needs a command to define, but here is {name}", text.At);
        }

        if (definition == "DeclareMathOperator")
        {
            return (name[1..], new FormulaMacro(0, null, $"\\operatorname{(isStarred ? "*" : "")}{{{text.TakeArgument(definition)}}}"));
        }

        var (count, otherwise) = definition == "def" ? (text.TakeParameters(), null)
            : (text.TakeOption() is { } number ? Count(number, text) : 0, text.TakeOption());
        return (name[1..], new FormulaMacro(count, otherwise, text.TakeArgument(definition)));
    }

    /// <summary>What it stands for where it is used.</summary>
    public string Apply(string name, FormulaCursor text)
    {
        var given = new string[Arguments];
        for (var i = 0; i < Arguments; i++)
        {
            given[i] = (i == 0 && Otherwise is not null ? text.TakeOption() ?? Otherwise : null) ?? text.TakeArgument(name);
        }

        var written = new StringBuilder();
        for (var i = 0; i < Body.Length; i++)
        {
            var isParameter = Body[i] == '#' && i + 1 < Body.Length && Body[i + 1] - '1' is var number && number >= 0 && number < Arguments;
            written.Append(isParameter ? given[Body[++i] - '1'] : Body[i]);
        }

        return written.ToString();
    }

    private static int Count(string number, FormulaCursor text) => int.TryParse(number, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= 9
        ? count : throw new FormulaException($"a command takes from 0 to 9 arguments, not {number}", text.At);
}
