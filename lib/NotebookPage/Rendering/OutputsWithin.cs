using System.Text.Json.Nodes;
using NotebookSession;

namespace NotebookPage.Rendering;

/// <summary>The outputs of a cell that are drawn. Ours are within the limit; those of a file made elsewhere may not be.</summary>
public static class OutputsWithin
{
    /// <summary>The first ones, and what is said of the rest; null if there is none.</summary>
    public static (IReadOnlyList<CellOutput> Shown, string? Beyond) Limit(IReadOnlyList<CellOutput> outputs)
    {
        var limit = OutputLimit.Default;
        var (count, room) = (0, limit.Characters + limit.Data);
        for (; count < outputs.Count && count <= limit.Displays && room > 0; count++)
        {
            room -= Math.Min(room, Length(outputs[count]));
        }

        return (count == outputs.Count ? outputs : [.. outputs.Take(count)], count == outputs.Count ? null
            : $"… {outputs.Count - count:N0} more outputs are in the file and not shown here.");
    }

    /// <summary>About how much there is to draw.</summary>
    public static int Length(CellOutput output) => output switch
    {
        CellOutput.Stream(_, var text) => Math.Min(text.Length, OutputLimit.Default.Data),
        CellOutput.Error(var error) => (int)Math.Min(error.Traceback.Sum(line => (long)line.Length), OutputLimit.Default.Data),
        _ => output.Value?.Values.Sum(format => Math.Min(Length(format), OutputLimit.Default.Data)) ?? 0,
    };

    private static int Length(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Sum(field => Math.Min(Length(field.Value), OutputLimit.Default.Data)),
        JsonArray items => (int)Math.Min(items.Sum(item => (long)Length(item)), OutputLimit.Default.Data),
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length,
        _ => 1,
    };
}
