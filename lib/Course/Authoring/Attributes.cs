using System.Text.RegularExpressions;

namespace Course.Authoring;

/// <summary>What stands in braces after a heading or a fence, as Pandoc writes it: <c>{#id .tag .tag}</c>.</summary>
internal sealed partial record Attributes(string Before, string? Id, IReadOnlyList<string> Tags)
{
    public static Attributes Of(string line)
    {
        if (Braces().Match(line) is not { Success: true } braces)
        {
            return new Attributes(line.TrimEnd(), null, []);
        }

        var words = braces.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Attributes(
            line[..braces.Index].TrimEnd(),
            words.SingleOrDefault(word => word[0] == '#')?[1..],
            [.. words.Where(word => word[0] == '.').Select(word => word[1..])]);
    }

    // An id as nbformat 4.5 allows it; a tag as Jupyter writes it.
    [GeneratedRegex(@"\{(?<words>( *[#.][A-Za-z0-9_-]{1,64})+ *)\}\s*$")]
    private static partial Regex Braces();
}
