namespace Course.Book;

/// <summary>One page of the book.</summary>
/// <param name="File">Where it lies, seen from the book's folder: <c>solutions/08-attention.html</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its html.</param>
/// <param name="Sections">Its parts, in order; the first is what stands before the first heading.</param>
internal sealed record BookPage(string File, string Title, string Body, IReadOnlyList<PageSection> Sections)
{
    /// <summary>What leads to it from the book's folder, whatever signs its name has.</summary>
    public string Address => string.Join('/', File.Split('/').Select(Uri.EscapeDataString));

    /// <summary>What leads from this page to the book's folder.</summary>
    public string Root => File.Contains('/', StringComparison.Ordinal) ? "../" : "";

    /// <summary>Whether there is something that plotly.js draws.</summary>
    public bool HasCharts => Body.Contains("plotly-chart", StringComparison.Ordinal);

    /// <summary>What a link to a notebook or a text of the course is in the book.</summary>
    public static string Link(string address)
    {
        var (path, fragment) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        return path.Contains(':', StringComparison.Ordinal) || Path.GetExtension(path) is not (".ipynb" or ".md") ? address
            : Path.ChangeExtension(path, ".html") + fragment;
    }
}

/// <summary>A part of a page that a link can lead to.</summary>
/// <param name="Anchor">Its id; empty for the page.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Level">2 for a section, 3 for a part of one.</param>
/// <param name="Text">Its words, for the search.</param>
internal sealed record PageSection(string Anchor, string Heading, int Level, string Text);
