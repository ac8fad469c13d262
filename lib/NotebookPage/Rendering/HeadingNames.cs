using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookPage.Rendering;

/// <summary>
/// Gives each heading of a text the id that GitHub gives it: "What you'll do" is what-youll-do, the next one of these words
/// what-youll-do-1.
/// </summary>
internal static class HeadingNames
{
    public static void Give(MarkdownDocument document)
    {
        var seen = new Dictionary<string, int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var name = LinkHelper.UrilizeAsGfm(string.Concat(heading.Inline?.Descendants().Select(Text) ?? []));
            name = name.Length > 0 ? name : "section";
            seen[name] = seen.GetValueOrDefault(name, -1) + 1;
            heading.GetAttributes().Id = seen[name] == 0 ? name : $"{name}-{seen[name]}";
        }
    }

    private static string Text(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    };
}
