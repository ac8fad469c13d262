using System.Net;
using System.Text.Json.Nodes;
using NotebookSession;
using NotebookSession.Showing;

namespace NotebookPage.Rendering;

/// <summary>An output of a cell → html.</summary>
public static class OutputHtml
{
    private const string Plain = "text/plain", Html = "text/html";

    private static readonly string[] _pictures = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];

    /// <summary>The html, safe to stand in a page whoever made the output. It needs notebook.css; charts are drawn by charts.js.</summary>
    public static string Render(CellOutput output) => output switch
    {
        CellOutput.Stream(var name, var text) => $"""<pre class="output {(name == "stderr" ? name : "stdout")}">{Text(text)}</pre>""",
        CellOutput.Error(var error) => $"""<pre class="output error">{Text(Lines(error))}</pre>""",
        _ => output.Value is { } value ? Bundle(value) : "",
    };

    /// <summary>The html of an output that has more to it than is safe in a page, as it is: scripts, styles, forms. It needs a
    /// frame of its own. Null if <see cref="Render"/> leaves nothing out.</summary>
    public static string? Unsafe(CellOutput output) =>
        HtmlOf(output) is { } html && !SafeHtml.IsHarmless(html) ? html : null;

    /// <summary>The html that its author gave it; null if it has none, or is shown by its data.</summary>
    public static string? HtmlOf(CellOutput output) => output.Value is { } value ? HtmlOf(value) : null;

    private static string Lines(CellError error) =>
        error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : $"{error.Name}: {error.Message}";

    // A chart's and a transient script's words and data say all.
    private static string? HtmlOf(MimeBundle data) =>
        data.GetValueOrDefault(ChartFigure.MimeType) is not JsonObject && Text(data, Html) is { } html
        && !Transient.Is(html) ? html : null;

    private static string Text(string text) => AnsiHtml.Render(OutputLimit.Default.Cut(text));

    private static string? Text(MimeBundle data, string type) =>
        data.GetValueOrDefault(type) is JsonValue value && value.TryGetValue<string>(out var text)
        && (text.Length <= OutputLimit.Default.Data || type == Plain) ? text : null;

    private static string Bundle(MimeBundle data)
    {
        string? Text(string type) => OutputHtml.Text(data, type);
        var plain = Text(Plain) ?? "";
        return data.GetValueOrDefault(ChartFigure.MimeType) is JsonObject chart ? ChartFigure.Render(chart, plain)
            : HtmlOf(data) is { } html ? $"""<div class="output html">{SafeHtml.Clean(html)}</div>"""
            : Text("text/markdown") is { } markdown ? $"""<div class="output markdown">{MarkdownHtml.Render(markdown)}</div>"""
            : Text("text/latex") is { } latex ? $"""<div class="output markdown">{MarkdownHtml.Render(latex)}</div>"""
            : _pictures.FirstOrDefault(type => Text(type) is not null) is { } picture ? Picture(picture, Text(picture)!, plain)
            : $"""<pre class="output text">{OutputHtml.Text(plain)}</pre>""";
    }

    private static string Picture(string type, string content, string plain)
    {
        var base64 = type == "image/svg+xml"
            ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(content))
            : string.Concat(content.Where(letter => !char.IsWhiteSpace(letter)));
        return $"""<div class="output image"><img src="data:{type};base64,{WebUtility.HtmlEncode(base64)}" alt="{WebUtility.HtmlEncode(plain)}"></div>""";
    }
}
