using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How formatters were registered until 2020: <c>Formatter&lt;Point&gt;.Register((point, writer) => …, "text/html")</c>.</summary>
[SuppressMessage("Design", "CA1000", Justification = "Notebooks call it so.")]
public static class FormatterRegistration
{
    extension<T>(Formatter<T>)
    {
        /// <inheritdoc cref="Formatter.Register{T}(Action{T, TextWriter}, string)"/>
        public static void Register(Action<T, TextWriter> formatter, string mimeType = "text/plain") => Formatter.Register(formatter, mimeType);

        /// <inheritdoc cref="Formatter.Register{T}(Func{T, string}, string)"/>
        public static void Register(Func<T, string> formatter, string mimeType = "text/plain") => Formatter.Register(formatter, mimeType);
    }
}
