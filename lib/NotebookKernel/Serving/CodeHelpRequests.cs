using System.Text.Json.Nodes;
using NotebookSession;
using NotebookSession.Editing;

namespace NotebookKernel.Serving;

/// <summary>Completion, inspection and completeness of code. Jupyter counts positions in characters, C# in UTF-16 units.</summary>
internal sealed class CodeHelpRequests(INotebookSession session)
{
    public async Task<JsonObject> CompleteAsync(JsonObject request)
    {
        var (code, position) = Cursor(request);
        var found = await session.CompleteAsync(code, position).ConfigureAwait(false);
        var (start, end) = (CharactersIn(code, found.Start), CharactersIn(code, found.End));
        return Replies.Ok(
            ("matches", new JsonArray([.. found.Items.Select(item => (JsonNode)item.Text)])),
            ("cursor_start", start),
            ("cursor_end", end),
            ("metadata", new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => (JsonNode)new JsonObject
                {
                    ["start"] = start,
                    ["end"] = end,
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                    ["signature"] = item.Signature,
                    ["documentation"] = item.Documentation,
                })]),
            }));
    }

    public async Task<JsonObject> InspectAsync(JsonObject request)
    {
        var (code, position) = Cursor(request);
        var text = await session.DescribeAsync(code, position).ConfigureAwait(false);
        return Replies.Ok(
            ("found", text is not null),
            ("data", text is null ? [] : new JsonObject { ["text/plain"] = text }),
            ("metadata", new JsonObject()));
    }

    public static JsonObject IsComplete(JsonObject request)
    {
        var (status, indent) = CodeHelp.IsComplete((string?)request["code"] ?? "");
        var reply = new JsonObject { ["status"] = status };
        if (status == "incomplete")
        {
            reply["indent"] = indent;
        }

        return reply;
    }

    private static (string Code, int Position) Cursor(JsonObject request)
    {
        var code = (string?)request["code"] ?? "";
        var characters = (int?)request["cursor_pos"] ?? int.MaxValue;
        return (code, code.EnumerateRunes().Take(characters).Sum(rune => rune.Utf16SequenceLength));
    }

    private static int CharactersIn(string code, int position) => code[..position].EnumerateRunes().Count();
}
