using Microsoft.DotNet.Interactive.Formatting;

namespace SequenceModels.Charts;

/// <summary>A value that a notebook shows as html; elsewhere its <c>ToString()</c> stands for it.</summary>
public interface IHtmlValue
{
    /// <summary>The html, without scripts and links, so that it looks the same in a stored notebook.</summary>
    string ToHtml();
}

/// <summary>Shows a value in its two forms.</summary>
/// <typeparam name="T">The type that names this source in its <see cref="TypeFormatterSourceAttribute"/>.</typeparam>
public sealed class HtmlValueFormatters<T> : ITypeFormatterSource where T : IHtmlValue
{
    /// <inheritdoc />
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new HtmlFormatter<T>((value, context) => context.Writer.Write(value.ToHtml())),
        new PlainTextFormatter<T>((value, context) => context.Writer.Write(value.ToString()))
    ];
}
