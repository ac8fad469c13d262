using System.Text.Json.Nodes;
using NotebookSession;

namespace NotebookKernel.Serving;

/// <summary>What every reply begins with.</summary>
internal static class Replies
{
    /// <summary>It went well.</summary>
    public static JsonObject Ok(params (string Name, JsonNode? Value)[] fields) => With("ok", fields);

    /// <summary>It failed.</summary>
    public static JsonObject Error(CellError error, params (string Name, JsonNode? Value)[] fields) => With("error",
    [
        ("ename", error.Name),
        ("evalue", error.Message),
        ("traceback", new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)])),
        .. fields,
    ]);

    /// <summary>It was not tried, since a cell before it failed.</summary>
    public static JsonObject Aborted() => With("aborted");

    private static JsonObject With(string status, params (string Name, JsonNode? Value)[] fields)
    {
        var reply = new JsonObject { ["status"] = status };
        foreach (var (name, value) in fields)
        {
            reply[name] = value;
        }

        return reply;
    }
}
