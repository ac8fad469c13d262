using System.Text.RegularExpressions;

namespace NotebookSession.Documents;

/// <summary>Half a character in JSON: JavaScript and Python write it, as an escape, where a text was cut within an emoji, and
/// .NET's reader throws when it meets one.</summary>
internal static partial class HalfPairs
{
    /// <summary>The JSON with \ufffd in its place.</summary>
    public static string Mend(string json) =>
        HalfPair().Replace(json, escape => escape.Groups["half"].Success ? "\ufffd" : escape.Value);

    // A whole pair as escapes, half of one, another escape; half a pair of the text itself.
    [GeneratedRegex("""\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\[^u\ud800-\udfff]|\\u|\\|(?<half>[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])""")]
    private static partial Regex HalfPair();
}
