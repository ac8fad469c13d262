using System.Text.Json.Nodes;

namespace NotebookSession.Showing;

/// <summary>
/// HTML that begins with <c>&lt;!--transient--&gt;</c> is shown but never kept: the script that draws charts is too big for every file.
/// </summary>
public static class Transient
{
    private const string Mark = "<!--transient-->";

    /// <summary>Whether a format's content is of this kind.</summary>
    public static bool Is(JsonNode? content) => content is JsonValue value && value.TryGetValue<string>(out var text) && Is(text);

    /// <inheritdoc cref="Is(JsonNode)"/>
    public static bool Is(string text) => text.StartsWith(Mark, StringComparison.Ordinal);
}
