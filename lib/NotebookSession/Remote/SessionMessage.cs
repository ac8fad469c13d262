using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookSession.Documents;

namespace NotebookSession.Remote;

/// <summary>
/// What the two sides of a session that runs elsewhere say to each other: a line each, a record separator and JSON (RFC 7464),
/// so that text which the cell's own native code or programs write to the same stream can be told from it.
/// </summary>
public abstract record SessionMessage
{
    private const char RecordSeparator = '\x1e';

    private SessionMessage()
    {
    }

    /// <summary>To the session: run a cell. Cells are numbered so that late output finds its cell.</summary>
    public sealed record Execute(int Cell, CellRequest Request) : SessionMessage;

    /// <summary>To the session: stop the running cell.</summary>
    public sealed record Interrupt : SessionMessage;

    /// <summary>To the session: the line that the running cell waits for; null ends its input.</summary>
    public sealed record Answer(string? Line) : SessionMessage;

    /// <summary>To the session: help with a text that is being written. Questions are numbered so that answers find them.</summary>
    public sealed record Ask(int Question, HelpWanted Wanted, string Code, int Position) : SessionMessage;

    /// <summary>From the session: the help, as JSON; null if there is none.</summary>
    public sealed record Helped(int Question, JsonNode? Help) : SessionMessage;

    /// <summary>From the session: the running cell waits for a line, or, with null, waits no longer.</summary>
    public sealed record Want(InputRequest? Input) : SessionMessage;

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
            Execute(var cell, var request) => new JsonObject
            {
                ["type"] = "execute",
                ["cell"] = cell,
                ["code"] = request.Code,
                ["counts"] = request.Counts,
                ["input"] = request.TakesInput,
            },
            Interrupt => new JsonObject { ["type"] = "interrupt" },
            Answer(var text) => new JsonObject { ["type"] = "answer", ["line"] = text },
            Ask(var number, var wanted, var code, var position) => new JsonObject
            {
                ["type"] = "ask",
                ["number"] = number,
                ["wanted"] = wanted.ToString(),
                ["code"] = code,
                ["position"] = position,
            },
            Helped(var number, var help) => new JsonObject { ["type"] = "helped", ["number"] = number, ["help"] = help?.DeepClone() },
            Want(var input) => new JsonObject { ["type"] = "want", ["prompt"] = input?.Prompt, ["password"] = input?.IsPassword },
            Ready => new JsonObject { ["type"] = "ready" },
            Show(var cell, var output) => new JsonObject { ["type"] = "show", ["cell"] = cell, ["output"] = OutputJson.Write(output) },
            Result(var cell, var how) => new JsonObject { ["type"] = "result", ["cell"] = cell, ["status"] = Status(how), ["error"] = Error(how) },
            _ => throw new InvalidOperationException(),
        };
        return RecordSeparator + json.ToJsonString() + "\n";
    }

    /// <summary>The message in a line, and the plain text before it. A line without a message is all text.</summary>
    public static (string Text, SessionMessage? Message) Read(string line)
    {
        var start = line.LastIndexOf(RecordSeparator);
        try
        {
            return start < 0 ? (line + "\n", null) : (line[..start], Parse(JsonNode.Parse(line[(start + 1)..])!));
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException or ArgumentException or FormatException)
        {
            return (line + "\n", null);
        }
    }

    private static SessionMessage Parse(JsonNode json) => json["type"]!.GetValue<string>() switch
    {
        "execute" => new Execute(Number(json), new CellRequest((string)json["code"]!, (bool)json["counts"]!, (bool)json["input"]!)),
        "interrupt" => new Interrupt(),
        "answer" => new Answer((string?)json["line"]),
        "ask" => new Ask(
            (int)json["number"]!, Enum.Parse<HelpWanted>((string)json["wanted"]!), (string)json["code"]!, (int)json["position"]!),
        "helped" => new Helped((int)json["number"]!, json["help"]?.DeepClone()),
        "want" => new Want((string?)json["prompt"] is { } prompt ? new InputRequest(prompt, (bool)json["password"]!) : null),
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

    private static JsonObject? Error(CellResult how) => how.Failure is { } error ? OutputJson.Write(new CellOutput.Error(error)) : null;

    private static CellResult Ending(string status, JsonNode? error) => status switch
    {
        "ok" => new CellResult.Success(),
        "error" => new CellResult.Failed(Error(error!)),
        "stopped" => new CellResult.Stopped(Error(error!)),
        _ => new CellResult.Died(Error(error!)),
    };

    private static CellError Error(JsonNode json) => ((CellOutput.Error)OutputJson.Read(json.AsObject())).Failure;
}
