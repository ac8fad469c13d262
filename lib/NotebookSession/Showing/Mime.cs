using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookSession.Errors;
using NotebookSession.Showing.Values;
using NotebookSession.Stacks;

namespace NotebookSession.Showing;

/// <summary>A value → its formats, by the formatters that the libraries and the student registered.</summary>
internal static class Mime
{
    private const int Deepest = 256 << 10;
    private const string Plain = "text/plain", Html = "text/html";

    /// <summary>The value in the formats asked for, else in those its type prefers; always also as plain text.</summary>
    public static MimeBundle Bundle(object? value, SessionOptions limits, params string[] mimeTypes)
    {
        if (value is IVerbatim verbatim)
        {
            return new MimeBundle { [verbatim.MimeType] = verbatim.Text, [Plain] = verbatim.Text };
        }

        if (mimeTypes is [] && Pictures.Of(value) is { } picture)
        {
            return new MimeBundle { [picture.MimeType] = picture.Text, [Plain] = $"a picture ({picture.MimeType})" };
        }

        if (mimeTypes is [] && PackageCharts.Of(value) is { } chart)
        {
            return new MimeBundle { [PackageCharts.MimeType] = chart, [Plain] = PackageCharts.Text(chart) };
        }

        var bundle = new MimeBundle();
        var shown = new Lazy<Shown>(() => Shown.Of(value));
        foreach (var mimeType in (mimeTypes is [] ? Preferred(value) : mimeTypes).Append(Plain).Distinct())
        {
            if (Format(value, mimeType, mimeType == Plain ? limits.LongestText : limits.LongestFormat, shown) is { } node)
            {
                bundle[mimeType] = node;
            }
        }

        return bundle;
    }

    /// <summary>A part of a cell that is not C#, shown as what it is.</summary>
    public static MimeBundle Text(CellLanguage language, string text) => language switch
    {
        CellLanguage.Markdown => new MimeBundle { ["text/markdown"] = text },
        CellLanguage.JavaScript => new MimeBundle { [Html] = $"<script type=\"text/javascript\">\n{text}\n</script>" },
        _ => new MimeBundle { [Html] = text },
    };

    private static IEnumerable<string> Preferred(object? value) =>
        value is string or null ? [] : Formatter.GetPreferredMimeTypesFor(value.GetType());

    private static JsonNode? Format(object? value, string mimeType, int limit, Lazy<Shown> shown)
    {
        using var writer = new LimitedWriter(limit);
        using var shallow = StackRoom.Within(Deepest);
        try
        {
            Write(value, mimeType, writer, shown);
        }
        catch (SequenceException failure)
        {
            failure.Rethrow(); // the query or iterator is the cell's own code
        }
        catch (Exception) when (writer.IsFull)
        {
            return mimeType == Plain
                ? $"{writer}\n… too long or too deep: the rest is not shown."
                : null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return mimeType == Plain ? $"{value?.GetType()} (showing it failed: {error.GetBaseException().Message})" : null;
        }

        var text = writer.ToString().Replace("\r\n", "\n", StringComparison.Ordinal); // the formatters use the system's
        return writer.IsEmpty && mimeType != Plain ? null
            : mimeType.EndsWith("json", StringComparison.Ordinal) && Parse(text) is { } json ? json
            : TypeNames.Clean(text);
    }

    private static void Write(object? value, string mimeType, LimitedWriter writer, Lazy<Shown> shown)
    {
        var isOurs = mimeType is Plain or Html && (value is null || Registrations.Find(value, mimeType) is null);
        if (isOurs)
        {
            writer.Write(mimeType == Plain ? shown.Value.Text : shown.Value.Html);
        }
        else
        {
            Formatter.FormatTo(value, new FormatContext(writer), mimeType);
        }
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
