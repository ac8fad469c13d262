using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Compiling;

namespace NotebookSession.Directives;

/// <summary>Splits a cell's text into its parts. The compiler's own lexer tells a directive from a string or a comment.</summary>
internal static class CellParts
{
    /// <summary>The directives that switch the language.</summary>
    public static IEnumerable<string> LanguageDirectives => CellLanguages.Names.Select(name => $"#!{name}");

    /// <summary>The parts in order; a part without text and directives is left out.</summary>
    public static IReadOnlyList<CellPart> Split(string cell)
    {
        var (own, text) = CellLanguages.OwnOf(cell.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal));
        var lines = text.Split('\n');
        var parts = new List<CellPart>();
        var to = own is null ? null : Directive.Parse(own, 0);

        for (var first = 0; first <= lines.Length;)
        {
            var language = to is null ? CellLanguage.CSharp : CellLanguages.SwitchedTo(to.Text)!.Value;
            var (part, next) = language == CellLanguage.CSharp ? CSharpFrom(lines, first) : OtherFrom(lines, first, language, to!);
            if (part.Directives.Count > 0 || language == CellLanguage.Value || !string.IsNullOrWhiteSpace(part.Text))
            {
                parts.Add(part);
            }

            to = next < lines.Length ? Directive.Parse(lines[next], next + 1) : null;
            first = next + 1;
        }

        return parts;
    }

    private static (CellPart Part, int Next) OtherFrom(string[] lines, int first, CellLanguage language, Directive to)
    {
        var next = Array.FindIndex(lines, first, line => CellLanguages.SwitchedTo(line) is not null);
        next = next < 0 ? lines.Length : next;
        if (!CellLanguages.TakesDirectives(language))
        {
            return (new CellPart(language, string.Join('\n', lines[first..next]).Trim('\n'), [], to), next);
        }

        var code = lines[..next];
        Array.Fill(code, "", 0, first);
        var directives = new List<Directive>();
        for (var line = first; line < next; line++)
        {
            if (IsDirective(code[line], language))
            {
                directives.Add(Directive.Parse(code[line], line + 1));
                code[line] = "";
            }
        }

        return (new CellPart(language, string.Join('\n', code), directives, to), next);
    }

    // A # begins a comment in PowerShell. In F# it begins the compiler's directives, of which two are ours, unless they use its strings.
    private static bool IsDirective(string line, CellLanguage language) =>
        line is ['#', '!', >= 'a' and <= 'z', ..]
        || (language == CellLanguage.FSharp && line.StartsWith('#') && Directive.Parse(line, 0) is { Name: "#r" or "#i", Argument: not ['@', ..] });

    private static (CellPart Part, int Next) CSharpFrom(string[] lines, int first)
    {
        var code = lines.ToArray();
        Array.Fill(code, "", 0, first);
        var directives = new List<Directive>();
        var next = lines.Length;
        foreach (var line in DirectiveLines(code))
        {
            if (CellLanguages.SwitchedTo(code[line]) is not null)
            {
                next = line;
                break;
            }

            directives.Add(Directive.Parse(code[line], line + 1));
            code[line] = "";
        }

        return (new CellPart(CellLanguage.CSharp, string.Join('\n', code[..next]), directives), next);
    }

    // #if, #region, #nullable … are the compiler's; ours are #r, #i, #load and whatever begins with #!.
    private static List<int> DirectiveLines(string[] lines)
    {
        if (!lines.Any(line => line.Contains('#', StringComparison.Ordinal)))
        {
            return [];
        }

        var tree = CodeSyntax.Parse(string.Join('\n', lines), ScriptCompiler.ParseOptions);
        return [.. tree.GetRoot().DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia
                or SyntaxKind.ShebangDirectiveTrivia or SyntaxKind.BadDirectiveTrivia)
            .Select(trivia => trivia.GetLocation().GetLineSpan().StartLinePosition.Line)
            .Where(line => IsOurs(lines[line].TrimStart()))];
    }

    private static bool IsOurs(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) || Directive.Parse(line, 0).Name is "#r" or "#i" or "#load";
}
