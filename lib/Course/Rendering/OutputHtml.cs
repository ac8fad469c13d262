using System.Net;
using System.Text.Json.Nodes;
using NotebookKernel.Documents;
using NotebookKernel.Execution;

namespace Course.Rendering;

/// <summary>An output of a cell, as nbformat or a message has it → html.</summary>
public static class OutputHtml
{
    private const string Plain = "text/plain", Html = "text/html", Transient = "<!--transient-->";

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];

    /// <summary>The html. It needs notebook.css; charts are drawn by charts.js.</summary>
    /// <param name="output">A stream, an error, a display or a result.</param>
    /// <param name="trusted">Whether html in it may be anything, scripts too; otherwise only what is safe is left of it.</param>
    public static string Render(JsonObject output, bool trusted)
    {
        if (OutputJson.ReadError(output) is { } error)
        {
            var lines = error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : $"{error.Name}: {error.Message}";
            return $"""<pre class="output error">{AnsiHtml.Render(lines)}</pre>""";
        }

        return OutputJson.Read(output) switch
        {
            CellOutput.Stream(var name, var text) => $"""<pre class="output {(name == "stderr" ? name : "stdout")}">{AnsiHtml.Render(text)}</pre>""",
            CellOutput.DisplayData(var data, _) => Bundle(data, trusted),
            CellOutput.UpdateDisplayData(var data, _) => Bundle(data, trusted),
            CellOutput.ExecuteResult(var data) => Bundle(data, trusted),
            _ => "",
        };
    }

    private static string Bundle(MimeBundle data, bool trusted)
    {
        string? Text(string type) => data.GetValueOrDefault(type) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        var plain = Text(Plain) ?? "";
        return data.GetValueOrDefault(ChartFigure.MimeType) is JsonObject chart ? ChartFigure.Render(chart, plain)
            : Text(Html) is { } html && !html.StartsWith(Transient, StringComparison.Ordinal)
                ? $"""<div class="output html">{(trusted ? html : SafeHtml.Clean(html))}</div>"""
            : Text("text/markdown") is { } markdown ? $"""<div class="output markdown">{MarkdownHtml.Render(markdown)}</div>"""
            : Text("text/latex") is { } latex ? $"""<div class="output markdown">{MarkdownHtml.Render(latex)}</div>"""
            : Pictures.FirstOrDefault(type => Text(type) is not null) is { } picture ? Picture(picture, Text(picture)!, plain)
            : $"""<pre class="output text">{AnsiHtml.Render(plain)}</pre>""";
    }

    private static string Picture(string type, string content, string plain)
    {
        var base64 = type == "image/svg+xml"
            ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(content))
            : string.Concat(content.Where(letter => !char.IsWhiteSpace(letter)));
        return $"""<div class="output image"><img src="data:{type};base64,{WebUtility.HtmlEncode(base64)}" alt="{WebUtility.HtmlEncode(plain)}"></div>""";
    }
}
