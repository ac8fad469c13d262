using System.Text.RegularExpressions;

namespace NotebookKernel.Packages;

/// <summary>NuGet's errors, with what they mean for a notebook.</summary>
internal static partial class RestoreErrors
{
    private static readonly Dictionary<string, string> _meanings = new()
    {
        ["NU1101"] = "There is no such package: is its name spelt right, and is a source for it configured?",
        ["NU1102"] = "The package exists, but not in that version.",
        ["NU1103"] = "The package has only pre-release versions; to take one, write its version.",
        ["NU1301"] = "A package source can't be reached: is this machine online?",
        ["NU1202"] = "The package doesn't support this version of .NET.",
        ["NU1605"] = "Two packages need different versions of a third; name a newer version of it in a line of its own.",
    };

    /// <summary>One message: what it means, and NuGet's own words.</summary>
    public static string Explain(string output)
    {
        var errors = Error().Matches(output).DistinctBy(match => match.Groups["text"].Value).ToList();
        if (errors.Count == 0)
        {
            return "dotnet restore failed: " + output.Trim();
        }

        var code = errors[0].Groups["code"].Value;
        var words = string.Join(" ", errors.Take(3).Select(error => error.Groups["text"].Value.Trim()));
        return $"{_meanings.GetValueOrDefault(code, "NuGet can't restore the packages.")} ({code}: {words})";
    }

    [GeneratedRegex(@"error (?<code>[A-Z]+\d+)\s*: (?<text>.*?)( \[[^\[\]]*proj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
