namespace NotebookPage.Rendering;

/// <summary>The ids of what stands in texts: a name space of their own, so that none is the page's.</summary>
public static class Anchors
{
    private const string Prefix = "text-";

    /// <summary>The id in html for a name in a text; letters, digits, - and _ only.</summary>
    public static string Of(string name) =>
        Prefix + string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));

    /// <summary>The address with the id that its fragment means.</summary>
    public static string InAddress(string address) =>
        address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at && at + 1 < address.Length
            ? address[..(at + 1)] + Uri.EscapeDataString(Of(Uri.UnescapeDataString(address[(at + 1)..]))) : address;
}
