using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookSession.Showing.Values;

/// <summary>The formatters that a cell, a library or a type itself brought: they come before ours.</summary>
internal static class Registrations
{
    /// <summary>Whether somebody has said how such a value looks in this format.</summary>
    public static bool Has(object value, string mimeType) => Find(value, mimeType) is not null;

    /// <summary>The formatter that somebody registered for such a value, or null.</summary>
    public static ITypeFormatter? Find(object value, string mimeType)
    {
        var formatter = Formatter.GetPreferredFormatterFor(value.GetType(), mimeType);
        return value is IHtmlContent or Type || BringsItsOwn(value.GetType()) || Registered.Contains(formatter) ? formatter : null;
    }

    /// <summary>Whether a cell or a library has registered a formatter for such values in one of these formats.</summary>
    public static bool AreThere(object value, params ReadOnlySpan<string> mimeTypes)
    {
        foreach (var formatter in Registered)
        {
            if (formatter.Type.IsInstanceOfType(value) && mimeTypes.Contains(formatter.MimeType))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ITypeFormatter> Registered => Formatter.RegisteredFormatters(includeDefaults: false);

    // Types of the formatters' library, and those that name their formatters in an attribute; old packages declare that
    // attribute themselves, so its name counts.
    private static bool BringsItsOwn(Type type) => type.Assembly == typeof(Formatter).Assembly
        || type.GetCustomAttributes(inherit: true).Any(attribute => attribute.GetType().Name == nameof(TypeFormatterSourceAttribute));

    /// <summary>The text that a registered formatter gives, or null.</summary>
    public static string? Format(object? value, string mimeType)
    {
        if (value is string or null || Find(value, mimeType) is not { } formatter)
        {
            return null;
        }

        using var writer = new StringWriter();
        return formatter.Format(value, new FormatContext(writer)) ? writer.ToString() : null;
    }
}
