using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>
/// What one cell has shown so far, by the rules of Jupyter's output area: consecutive text of one stream is one output, an update
/// replaces every display of its id, clearing may wait for the next output. A value: showing more gives a new one, in
/// which outputs that didn't change are the same objects.
/// </summary>
public sealed class ShownOutputs
{
    private readonly ImmutableList<JsonObject> _items;
    private readonly bool _clearNext;

    private ShownOutputs(ImmutableList<JsonObject> items, bool clearNext = false) => (_items, _clearNext) = (items, clearNext);

    /// <summary>Nothing.</summary>
    public static ShownOutputs None { get; } = new([]);

    /// <summary>The outputs in the form of messages, as <see cref="OutputJson"/> has them. They are not to be modified.</summary>
    public IReadOnlyList<JsonObject> Items => _items;

    /// <summary>What a file holds.</summary>
    public static ShownOutputs Of(JsonArray file) => new([.. file.Select(output => output!.DeepClone().AsObject())]);

    /// <summary>With one output more.</summary>
    /// <param name="output">What the cell shows.</param>
    /// <param name="executionCount">The cell's number.</param>
    public ShownOutputs Show(CellOutput output, int? executionCount = null) => output switch
    {
        CellOutput.ClearOutput(var wait) => wait ? new(_items, clearNext: true) : None,
        CellOutput.UpdateDisplayData(var data, var id) => Update(id, data),
        CellOutput.Stream(var name, var text) when !_clearNext && _items is [.., var last] && TextOf(last, name) is { } before =>
            new(_items.SetItem(_items.Count - 1, OutputJson.Write(new CellOutput.Stream(name, before + text)))),
        _ => Append(OutputJson.Write(output, executionCount)),
    };

    /// <summary>With the error that ended the cell.</summary>
    public ShownOutputs Show(CellError error) => Append(OutputJson.Write(error));

    /// <summary>With the displays of that id replaced; the same value if there are none.</summary>
    public ShownOutputs Update(string displayId, MimeBundle data)
    {
        var items = _items;
        foreach (var (old, i) in _items.Select((item, i) => (item, i)).Where(at => IdOf(at.item) == displayId))
        {
            var now = OutputJson.Write(new CellOutput.DisplayData(data, displayId));
            items = items.SetItem(i, now);
        }

        return items == _items ? this : new(items, _clearNext);
    }

    /// <summary>The form of a file.</summary>
    public JsonArray ForFile() => new([.. _items.Select(OutputJson.ForFile)]);

    private ShownOutputs Append(JsonObject output) => new((_clearNext ? [] : _items).Add(output));

    private static string? TextOf(JsonObject output, string stream) =>
        (string?)output["output_type"] == "stream" && (string?)output["name"] == stream ? MultilineText.Join(output["text"]!) : null;

    private static string? IdOf(JsonObject output) => (string?)output["transient"]?["display_id"];
}
