using System.Text.Json.Nodes;
using NotebookPage.Live;

namespace NotebookPage.Components;

/// <summary>Where the links of a notebook lead on the page: its addresses are the notebooks' names.</summary>
internal static class Links
{
    private const string Attachment = "attachment:";

    private static readonly Uri _root = new("http://course/");

    /// <summary>The page's address of a notebook or text: a name may hold any letter, an address may not.</summary>
    public static string Of(string name) => "./" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The page's address for an address that stands in the notebook <paramref name="name"/>.</summary>
    public static string Resolve(string name, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var elsewhere) && elsewhere.Scheme != Uri.UriSchemeFile ? address
            : Uri.TryCreate(new Uri(_root, Of(name)), address, out var here) && here.Host == _root.Host ? $".{here.PathAndQuery}{here.Fragment}"
            : address;

    /// <summary>Where a picture of that cell is: one that was pasted into the cell lies in it.</summary>
    public static string Picture(string name, LiveCell cell, string address) =>
        !address.StartsWith(Attachment, StringComparison.Ordinal) ? Resolve(name, address)
            : cell.Attachments?[Uri.UnescapeDataString(address[Attachment.Length..])] is JsonObject formats
            && formats.FirstOrDefault(format => format.Key.StartsWith("image/", StringComparison.Ordinal)) is { Value: { } data } picture
            ? $"data:{picture.Key};base64,{string.Concat((data is JsonArray lines ? string.Concat(lines) : $"{data}").Where(letter => !char.IsWhiteSpace(letter)))}"
            : address;
}
