using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>The first line in which two runs of a cell differ; null stands for a line that one of them does not have.</summary>
/// <param name="Place">Which output: "stdout", "text/plain", …</param>
/// <param name="Expected">The line in the earlier run.</param>
/// <param name="Actual">The line in the later run.</param>
public sealed record OutputDifference(string Place, string? Expected, string? Actual);

/// <summary>
/// Compares what a cell showed in two runs, as a reader sees it: whether text came in one piece or in several, and
/// the number in the brackets, make no difference. Everything else does.
/// </summary>
public static class OutputComparison
{
    /// <summary>The first difference, or null.</summary>
    public static OutputDifference? FirstDifference(CodeCell expected, CodeCell actual)
    {
        var (before, after) = (Lines(expected), Lines(actual));
        var i = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var (old, now) = (before.ElementAtOrDefault(i), after.ElementAtOrDefault(i));
        return old == now ? null
            : old is null || now is null || old.Place == now.Place ? new OutputDifference((now ?? old)!.Place, old?.Text, now?.Text)
            : new OutputDifference("output", $"{old.Place}: {old.Text}", $"{now.Place}: {now.Text}");
    }

    private static List<Line> Lines(CodeCell cell) =>
        [.. ShownOutputs.Of(cell.Outputs).Items.Aggregate(ShownOutputs.None, (shown, output) => shown.Show(output)).Items.SelectMany(Lines)];

    private static IEnumerable<Line> Lines(CellOutput shown, int output) => shown switch
    {
        CellOutput.Stream(var name, var text) => Split(output, name, text),
        CellOutput.DisplayData(var data, _) => Lines(output, "display_data", data),
        CellOutput.ExecuteResult(var data, _) => Lines(output, "execute_result", data),
        CellOutput.Error(var error) =>
            [new(output, "error", $"{error.Name}: {error.Message}"), .. error.Traceback.Select(line => new Line(output, "traceback", line))],
        _ => [],
    };

    private static IEnumerable<Line> Lines(int output, string type, MimeBundle data) => data
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .SelectMany(entry => Split(
            output,
            $"{type} {entry.Key}",
            entry.Value?.GetValueKind() == JsonValueKind.String
                ? entry.Value.GetValue<string>()
                : JsonText.Write(Sorted(entry.Value))))
        .Prepend(new Line(output, type, ""));

    // Jupyter writes the members of an object in alphabetical order, and text and numbers in a spelling of its own: no -0.
    private static JsonNode? Sorted(JsonNode? json) => json switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(value.GetValue<string>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<double>() + 0.0),
        _ => json?.DeepClone(),
    };

    // Windows ends lines its way.
    private static IEnumerable<Line> Split(int output, string place, string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(line => new Line(output, place, line));

    private sealed record Line(int Output, string Place, string Text);
}
