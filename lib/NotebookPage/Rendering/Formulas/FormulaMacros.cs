using System.Text;
using System.Text.RegularExpressions;

namespace NotebookPage.Rendering;

/// <summary>
/// The commands that the texts of a notebook define for their formulas, as MathJax has them: <c>\newcommand</c>,
/// <c>\renewcommand</c>, <c>\providecommand</c>, <c>\def</c>, <c>\DeclareMathOperator</c>. They hold in all of the notebook.
/// </summary>
public sealed partial record FormulaMacros
{
    private const int MostUses = 1000, Longest = 20_000;

    private readonly Dictionary<string, FormulaMacro> _macros = [];

    private FormulaMacros()
    {
    }

    /// <summary>No commands.</summary>
    public static FormulaMacros None { get; } = new();

    /// <summary>Those that texts define; of two definitions the later one counts.</summary>
    public static FormulaMacros Of(IEnumerable<string> texts)
    {
        var found = new FormulaMacros();
        foreach (var text in texts)
        {
            foreach (var definition in Definition().EnumerateMatches(text))
            {
                try
                {
                    var cursor = new FormulaCursor(text, definition.Index + 1);
                    var (name, macro) = FormulaMacro.Read(cursor.TakeName(), cursor);
                    found._macros[name] = macro;
                }
                catch (FormulaException)
                {
                    // It is told where the formula stands.
                }
            }
        }

        return found;
    }

    /// <summary>A formula without definitions, and with what its commands stand for.</summary>
    /// <exception cref="FormulaException">A definition or a use has a mistake, or a command uses itself.</exception>
    public string Expand(string latex)
    {
        var written = new StringBuilder();
        var (text, uses) = (new FormulaCursor(latex), 0);
        while (!text.IsAtEnd)
        {
            var (start, character) = (text.At, text.Take());
            if (character != '\\')
            {
                written.Append(character);
                continue;
            }

            var name = text.TakeName();
            if (FormulaMacro.IsDefinedBy(name))
            {
                FormulaMacro.Read(name, text);
            }
            else if (_macros.TryGetValue(name, out var macro))
            {
                var rest = macro.Apply(name, text) + text.Rest;
                text = uses++ < MostUses && rest.Length < Longest ? new FormulaCursor(rest)
                    : throw new FormulaException($"\\{name} stands for more than a formula can hold: does its definition use itself?", start);
            }
            else
            {
                written.Append('\\').Append(name);
            }
        }

        return written.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(FormulaMacros? other) => other?._macros.Count == _macros.Count
        && _macros.All(macro => other._macros.TryGetValue(macro.Key, out var same) && macro.Value == same);

    /// <inheritdoc/>
    public override int GetHashCode() => _macros.Count;

    [GeneratedRegex(@"\\(newcommand|renewcommand|providecommand|def|DeclareMathOperator)(?![a-zA-Z])")]
    private static partial Regex Definition();
}
