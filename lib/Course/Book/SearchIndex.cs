using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Course.Book;

/// <summary>What the search looks in: a script, because a page from a disk may not fetch data.</summary>
internal static class SearchIndex
{
    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The pages, and the sections: [page, anchor, heading, text].</summary>
    public static string Script(IReadOnlyList<BookPage> pages)
    {
        var index = new JsonObject
        {
            ["pages"] = new JsonArray([.. pages.Select(page => new JsonArray(page.Address, page.Title))]),
            ["sections"] = new JsonArray([.. pages.SelectMany((page, i) => page.Sections
                .Select(section => new JsonArray(i, section.Anchor, section.Heading, section.Text)))]),
        };
        return $"window.searchIndex = {index.ToJsonString(_compact)};\n";
    }
}
