using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookKernel.Serving;

/// <summary>The cells that this kernel has run. There is one session in it, number 0 seen from now.</summary>
internal sealed class History
{
    private const int MostCells = 10_000, MostCharacters = 10_000_000;

    private readonly Queue<(int Count, string Code, string? Result)> _cells = [];
    private int _characters;

    /// <summary>Remembers a cell and the text of its value, and forgets the first ones when it is too much.</summary>
    public void Add(int count, string code, string? result)
    {
        _cells.Enqueue((count, code, result));
        _characters += code.Length + (result?.Length ?? 0);
        while (_cells.Count > MostCells || (_characters > MostCharacters && _cells.Count > 1))
        {
            var forgotten = _cells.Dequeue();
            _characters -= forgotten.Code.Length + (forgotten.Result?.Length ?? 0);
        }
    }

    /// <summary>The part that a history_request asks for.</summary>
    public JsonObject Reply(JsonObject request)
    {
        var output = (bool?)request["output"] ?? false;
        return Replies.Ok(("history", new JsonArray([.. Chosen(request).Select(cell => (JsonNode)new JsonArray(
            1, cell.Count, output ? new JsonArray(cell.Code, cell.Result) : cell.Code))])));
    }

    private IEnumerable<(int Count, string Code, string? Result)> Chosen(JsonObject request)
    {
        var last = (int?)request["n"] ?? _cells.Count;
        switch ((string?)request["hist_access_type"])
        {
            case "range":
                var (start, stop) = ((int?)request["start"] ?? 1, (int?)request["stop"] ?? int.MaxValue);
                return ((int?)request["session"] ?? 0) is 0 or 1
                    ? _cells.Where(cell => cell.Count >= start && cell.Count < stop)
                    : [];
            case "search":
                var pattern = Glob((string?)request["pattern"] ?? "*");
                var found = _cells.Where(cell => pattern.IsMatch(cell.Code));
                return ((bool?)request["unique"] ?? false ? found.Reverse().DistinctBy(cell => cell.Code).Reverse() : found).TakeLast(last);
            default:
                return _cells.TakeLast(last);
        }
    }

    // As IPython has it: * is any text, ? a character, […] one of these.
    private static Regex Glob(string pattern) => new(
        "^" + Regex.Replace(pattern, @"\*|\?|\[(\^?)([^\]]+)\]|.", part => part.Value switch
        {
            "*" => ".*",
            "?" => ".",
            ['[', _, .., ']'] => $"[{part.Groups[1].Value}{part.Groups[2].Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}]",
            var character => Regex.Escape(character),
        }, RegexOptions.Singleline) + "$",
        RegexOptions.Singleline | RegexOptions.NonBacktracking);
}
