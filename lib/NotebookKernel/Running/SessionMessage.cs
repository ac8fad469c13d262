using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKernel.Documents;
using NotebookKernel.Execution;

namespace NotebookKernel.Running;

/// <summary>
/// What the two sides of a session process say to each other: a line each, a record separator and JSON (RFC 7464), so
/// that text which the cell's own native code or programs write to the same stream can be told from it.
/// </summary>
internal abstract record SessionMessage
{
    private const char RecordSeparator = '\x1e';

    private SessionMessage()
    {
    }

    /// <summary>To the session: run a cell. Cells are numbered so that late output finds its cell.</summary>
    public sealed record Execute(int Cell, string Code) : SessionMessage;

    /// <summary>To the session: stop the running cell.</summary>
    public sealed record Interrupt : SessionMessage;

    /// <summary>From the session: the next cell can run at once.</summary>
    public sealed record Ready : SessionMessage;

    /// <summary>From the session: a cell shows something.</summary>
    public sealed record Show(int Cell, CellOutput Output) : SessionMessage;

    /// <summary>From the session: a cell ended.</summary>
    public sealed record Result(int Cell, CellResult How) : SessionMessage;

    /// <summary>The message as a line, its end included.</summary>
    public string Write()
    {
        var json = this switch
        {
            Execute(var cell, var code) => new JsonObject { ["type"] = "execute", ["cell"] = cell, ["code"] = code },
            Interrupt => new JsonObject { ["type"] = "interrupt" },
            Ready => new JsonObject { ["type"] = "ready" },
            Show(var cell, var output) => new JsonObject { ["type"] = "show", ["cell"] = cell, ["output"] = OutputJson.Write(output) },
            Result(var cell, var how) => new JsonObject { ["type"] = "result", ["cell"] = cell, ["status"] = Status(how), ["error"] = Error(how) },
            _ => throw new InvalidOperationException(),
        };
        return RecordSeparator + json.ToJsonString() + "\n";
    }

    /// <summary>The message in a line, and the text before it that is none. A line without a message is all text.</summary>
    public static (string Text, SessionMessage? Message) Read(string line)
    {
        var start = line.LastIndexOf(RecordSeparator);
        try
        {
            return start < 0 ? (line + "\n", null) : (line[..start], Parse(JsonNode.Parse(line[(start + 1)..])!));
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException or ArgumentException)
        {
            return (line + "\n", null);
        }
    }

    private static SessionMessage Parse(JsonNode json) => json["type"]!.GetValue<string>() switch
    {
        "execute" => new Execute(Number(json), json["code"]!.GetValue<string>()),
        "interrupt" => new Interrupt(),
        "ready" => new Ready(),
        "show" => new Show(Number(json), OutputJson.Read(json["output"]!.AsObject())),
        "result" => new Result(Number(json), Ending(json["status"]!.GetValue<string>(), json["error"])),
        var type => throw new ArgumentException($"no message is of type \"{type}\"", nameof(json)),
    };

    private static int Number(JsonNode json) => json["cell"]!.GetValue<int>();

    private static string Status(CellResult how) => how switch
    {
        CellResult.Success => "ok",
        CellResult.Failed => "error",
        CellResult.Stopped => "stopped",
        _ => "died",
    };

    private static JsonObject? Error(CellResult how) => how.Failure is { } error ? OutputJson.Write(error) : null;

    private static CellResult Ending(string status, JsonNode? error) => status switch
    {
        "ok" => new CellResult.Success(),
        "error" => new CellResult.Failed(OutputJson.ReadError(error!.AsObject())!),
        "stopped" => new CellResult.Stopped(OutputJson.ReadError(error!.AsObject())!),
        _ => new CellResult.Died(OutputJson.ReadError(error!.AsObject())!),
    };
}
