using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookKernel.Execution.Directives;
using NotebookKernel.Execution.Running;

namespace NotebookKernel.Execution.Showing;

/// <summary>A value → its formats, by the formatters that the libraries and the student registered.</summary>
internal static class Mime
{
    private const string _plain = "text/plain", _html = "text/html";

    /// <summary>The value in the formats asked for, else in those its type prefers; always also as plain text.</summary>
    public static MimeBundle Bundle(object? value, SessionOptions limits, params string[] mimeTypes)
    {
        if (value is Verbatim verbatim)
        {
            return new MimeBundle { [verbatim.MimeType] = verbatim.Text, [_plain] = verbatim.Text };
        }

        string[] wanted = mimeTypes is [] ? Preferred(value) : mimeTypes;
        var bundle = new MimeBundle();
        foreach (var mimeType in wanted.Append(_plain).Distinct())
        {
            if (Format(value, mimeType, mimeType == _plain ? limits.LongestText : limits.LongestFormat) is { } node)
            {
                bundle[mimeType] = node;
            }
        }

        if (mimeTypes is [] && bundle.Count > 1 && IsPlainTextIn(bundle.GetValueOrDefault(_html)?.ToString()))
        {
            bundle.Remove(_html);
        }

        return bundle;
    }

    // The formatters wrap numbers and short lists into <pre>, with a style sheet: no more than the plain text says.
    private static bool IsPlainTextIn(string? html) =>
        html?.StartsWith("<div class=\"dni-plaintext\"><pre>", StringComparison.Ordinal) == true;

    /// <summary>A part of a cell that is not C#, shown as what it is.</summary>
    public static MimeBundle Text(CellLanguage language, string text) => language switch
    {
        CellLanguage.Markdown => new MimeBundle { ["text/markdown"] = text },
        CellLanguage.JavaScript => new MimeBundle { [_html] = $"<script type=\"text/javascript\">\n{text}\n</script>" },
        _ => new MimeBundle { [_html] = text },
    };

    private static string[] Preferred(object? value) =>
        value is string or null ? [_plain] : [.. Formatter.GetPreferredMimeTypesFor(value.GetType()).Where(mimeType => !IsPlain(value, mimeType))];

    // A number's HTML says no more than its text, and the first one takes a tenth of a second.
    private static bool IsPlain(object value, string mimeType) =>
        mimeType == _html && (value.GetType().IsPrimitive || value is decimal)
        && !Formatter.RegisteredFormatters(includeDefaults: false).Any(own => own.MimeType == _html && own.Type.IsInstanceOfType(value));

    private static JsonNode? Format(object? value, string mimeType, int limit)
    {
        using var writer = new LimitedWriter(limit);
        try
        {
            Formatter.FormatTo(value, new FormatContext(writer), mimeType);
        }
        catch (Exception) when (writer.IsFull)
        {
            return mimeType == _plain
                ? $"{writer}\n… too long or too deep: the rest is not shown."
                : null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return mimeType == _plain ? $"{value?.GetType()} (showing it failed: {error.GetBaseException().Message})" : null;
        }

        return mimeType.EndsWith("json", StringComparison.Ordinal) && Parse(writer.ToString()) is { } json
            ? json
            : TypeNames.Clean(writer.ToString());
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
