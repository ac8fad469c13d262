using System.Collections;
using Microsoft.DotNet.Interactive;
using NotebookSession.Showing;
using NotebookSession.Showing.Values;

namespace NotebookSession.InCell;

/// <summary>Showing a value from the value's end.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows this value at once, in the formats that its type prefers or in those given.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows the items of a sequence as a table, one row each.</summary>
    public static DisplayedValue DisplayTable(this IEnumerable items) => Kernel.display(Table.Of(items));

    /// <summary>Shows text as it is, as the content of one format.</summary>
    /// <param name="text">The content.</param>
    /// <param name="mimeType">Its format, "text/markdown" say.</param>
    public static DisplayedValue DisplayAs(this string text, string mimeType) =>
        Kernel.display(new Verbatim(text, mimeType), mimeType);
}
