using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NotebookPage.Rendering;

namespace Course.Book;

/// <summary>A page as it grows from parts of html: it gives each heading an id of its own, and keeps the sections.</summary>
internal sealed class PageText
{
    private static readonly HtmlParser _parser = new();
    private readonly HashSet<string> _ids = [];
    private readonly List<(string Anchor, string Heading, int Level, List<string> Text)> _sections = [("", "", 1, [])];
    private readonly List<string> _html = [];

    /// <summary>The title: the first heading of the first level.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The html.</summary>
    public string Html => string.Join('\n', _html);

    /// <summary>The sections.</summary>
    public IReadOnlyList<PageSection> Sections =>
        [.. _sections.Select(section => new PageSection(section.Anchor, section.Heading, section.Level, string.Join(' ', section.Text)))];

    /// <summary>Adds html that is not searched.</summary>
    public void Add(string html) => _html.Add(html);

    /// <summary>Adds a text.</summary>
    public void AddText(string html)
    {
        var body = _parser.ParseDocument(html).Body!;
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3"))
        {
            heading.Id = Unique(Named(heading) ?? heading.Id ?? Anchors.Of("section"));
        }

        foreach (var element in body.Children)
        {
            if (element.LocalName is "h1" or "h2" or "h3")
            {
                Begin(element);
            }
            else
            {
                _sections[^1].Text.Add(Words(element));
            }
        }

        _html.Add(body.InnerHtml);
    }

    /// <summary>Gives each row of the page's tables an id, and makes it a section: a glossary's terms can be found.</summary>
    public void AddTerms(string html)
    {
        var body = _parser.ParseDocument(html).Body!;
        foreach (var row in body.QuerySelectorAll("tbody tr"))
        {
            var term = row.FirstElementChild!.TextContent;
            row.Id = Unique(Anchors.Of("term-" + string.Concat(term.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'))));
            _sections.Add((row.Id, term, 3, [Words(row.Children[1])]));
        }

        Title = body.QuerySelector("h1")!.TextContent;
        _html.Add(body.InnerHtml);
    }

    private void Begin(IElement heading)
    {
        if (heading.LocalName == "h1")
        {
            Title = heading.TextContent;
        }
        else
        {
            _sections.Add((heading.Id!, Words(heading), heading.LocalName[1] - '0', []));
        }
    }

    // <a id="idea"></a> in a paragraph before a heading names the heading.
    private static string? Named(IElement heading)
    {
        if (heading.PreviousElementSibling is not { LocalName: "p", TextContent: "", FirstElementChild: { LocalName: "a", Id: { } id } } paragraph)
        {
            return null;
        }

        paragraph.Remove();
        return id;
    }

    private string Unique(string id)
    {
        var unique = id;
        for (var i = 2; !_ids.Add(unique); i++)
        {
            unique = $"{id}-{i}";
        }

        return unique;
    }

    // What there is to read; formulas are left out.
    private static string Words(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var formula in copy.QuerySelectorAll("math"))
        {
            formula.Remove();
        }

        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
