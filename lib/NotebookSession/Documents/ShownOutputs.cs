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
    private readonly ImmutableList<CellOutput> _items;
    private readonly bool _clearNext;

    private ShownOutputs(ImmutableList<CellOutput> items, bool clearNext = false) => (_items, _clearNext) = (items, clearNext);

    /// <summary>Nothing.</summary>
    public static ShownOutputs None { get; } = new([]);

    /// <summary>The outputs: streams, displays, a result, an error.</summary>
    public IReadOnlyList<CellOutput> Items => _items;

    /// <summary>What a file holds.</summary>
    public static ShownOutputs Of(JsonArray file) => new([.. file.Select(output => OutputJson.Read(output!.AsObject()))]);

    /// <summary>With one output more.</summary>
    public ShownOutputs Show(CellOutput output) => output switch
    {
        CellOutput.ClearOutput(var wait) => wait ? new(_items, clearNext: true) : None,
        CellOutput.UpdateDisplayData(var data, var id) => Update(id, data),
        CellOutput.Stream(var name, var text) when !_clearNext && _items is [.., CellOutput.Stream last] && last.Name == name =>
            new(_items.SetItem(_items.Count - 1, last with { Text = last.Text + text })),
        CellOutput.DisplayData display => Append(display with { Data = display.Data.Sorted() }),
        CellOutput.ExecuteResult result => Append(result with { Data = result.Data.Sorted() }),
        _ => Append(output),
    };

    /// <summary>With the displays of that id replaced; the same value if there are none.</summary>
    public ShownOutputs Update(string displayId, MimeBundle data)
    {
        var items = _items;
        foreach (var (old, i) in _items.Select((item, i) => (item, i)).Where(at => (at.item as CellOutput.DisplayData)?.DisplayId == displayId))
        {
            items = items.SetItem(i, new CellOutput.DisplayData(data.Sorted(), displayId));
        }

        return items == _items ? this : new(items, _clearNext);
    }

    /// <summary>The form of a file.</summary>
    public JsonArray ForFile() => new([.. _items.Select(OutputJson.ForFile)]);

    private ShownOutputs Append(CellOutput output) => new((_clearNext ? [] : _items).Add(output));
}
