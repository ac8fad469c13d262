namespace NotebookSession.Packages;

/// <summary>What NuGet takes a version's text for: one version, all that begin alike (13.*), or those between two.</summary>
internal static class VersionRange
{
    /// <summary>Whether a version is among them.</summary>
    public static bool Has(string range, string version) => range switch
    {
        [.. var start, '*'] => version.StartsWith(start.Replace("*-", "", StringComparison.Ordinal), StringComparison.Ordinal),
        ['[' or '(', .. var bounds, ']' or ')'] => IsWithin(bounds.Split(','), range[0] == '[', range[^1] == ']', version),
        _ => IsSame(range, version),
    };

    // [1.0] is that version alone.
    private static bool IsWithin(string[] bounds, bool withLowest, bool withHighest, string version) =>
        bounds is [var only] ? IsSame(only, version)
        : Numbers(version) is { } numbers
            && Compare(bounds[0], lowest => numbers > lowest || (withLowest && numbers == lowest))
            && Compare(bounds[1], highest => numbers < highest || (withHighest && numbers == highest));

    private static bool Compare(string bound, Func<Version, bool> fits) =>
        bound.Trim().Length == 0 || (Numbers(bound) is { } numbers && fits(numbers));

    private static bool IsSame(string text, string version) =>
        text.Trim().Equals(version, StringComparison.OrdinalIgnoreCase)
        || (!text.Contains('-', StringComparison.Ordinal) && !version.Contains('-', StringComparison.Ordinal) && Numbers(text) is { } numbers && numbers == Numbers(version));

    // 13, 13.0, 13.0.0 and 13.0.0.0 are one.
    private static Version? Numbers(string text)
    {
        var said = text.Split('-', '+')[0].Trim();
        return Version.TryParse(said.Contains('.', StringComparison.Ordinal) ? said : said + ".0", out var parsed)
            ? new Version(parsed.Major, parsed.Minor, Math.Max(parsed.Build, 0), Math.Max(parsed.Revision, 0)) : null;
    }
}
