using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NotebookPage.Rendering;

/// <summary>Keeps an element of a stranger's within its place: no size is larger than a page, no distance is negative.</summary>
internal static partial class ElementBounds
{
    private const double MostPixels = 2000, MostLetters = 100, MostPercent = 100, MostSpan = 100;

    private static readonly string[] _sizes = ["width", "height"];

    // Of formulas; a raised or an enlarged one would lie over its neighbors.
    private static readonly string[] _distances =
        ["lspace", "rspace", "minsize", "maxsize", "voffset", "depth", "linethickness", "scriptlevel"];

    private static readonly string[] _spans = ["colspan", "rowspan", "span"];

    /// <summary>Takes away what is beyond.</summary>
    public static void Apply(IElement element)
    {
        if (element.GetAttribute("id") is { } id)
        {
            element.Id = Anchors.Of(id);
        }

        Keep(element, _sizes, value => IsSize(value, MostLetters));
        Keep(element, _distances, value => IsSize(value.TrimStart('-', '+'), 5));
        Keep(element, _spans, value => int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= (int)MostSpan);
        if (element.GetAttribute("style") is { } style)
        {
            var kept = style.Split(';').Where(declaration => declaration.Split(':') is [_, var value] && IsBounded(value)).ToList();
            element.SetAttribute("style", string.Join(';', kept));
        }
    }

    private static void Keep(IElement element, string[] names, Func<string, bool> isBounded)
    {
        foreach (var name in names.Where(name => element.GetAttribute(name) is { } value && !isBounded(value.Trim())))
        {
            element.RemoveAttribute(name);
        }
    }

    private static bool IsBounded(string values) => !values.Contains("calc", StringComparison.OrdinalIgnoreCase)
        && Number().Matches(values).All(number => IsSize(number.Value, MostLetters) || Color().IsMatch(values));

    private static bool IsSize(string value, double most) => Size().Match(value) is { Success: true } size
        && double.Parse(size.Groups["number"].Value, CultureInfo.InvariantCulture) <= size.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "" or "px" or "pt" => most < MostLetters ? most : MostPixels,
            "%" => MostPercent,
            _ => most,
        };

    [GeneratedRegex(@"^(?<number>[0-9]{1,7}(\.[0-9]*)?|\.[0-9]+)(?<unit>px|pt|em|rem|ex|ch|%|)$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"(?<![#\w])[-+]?[0-9.]+(e[-+]?[0-9]+)?[a-z%]*", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(rgba?|hsla?)\(")]
    private static partial Regex Color();
}
