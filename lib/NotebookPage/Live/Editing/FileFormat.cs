using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NotebookPage.Live.Editing;
using NotebookSession.Documents;

namespace NotebookPage.Live;

/// <summary>An open notebook ⇄ the text of its file.</summary>
internal static class FileFormat
{
    /// <summary>What is edited, and what cells have shown. Cells without a unique id get one, for as long as the notebook is open.</summary>
    public static (NotebookText Text, ImmutableDictionary<string, CellActivity> Activity) Read(Notebook notebook)
    {
        var seen = new HashSet<string>();
        List<(string Id, NotebookCell Cell)> cells = [.. notebook.Cells.Select((cell, i) =>
            (cell.Id is { } id && seen.Add(id) ? id : $"cell-{i}-{Guid.NewGuid().ToString("N")[..8]}", cell))];
        return (
            new NotebookText([.. cells.Select(cell =>
                new CellText(cell.Id, CellText.KindOf(cell.Cell), cell.Cell.Source, WithoutOutputs(cell.Cell)))]),
            CellActivity.Of(cells));
    }

    /// <summary>The text of the file: that of <paramref name="before"/>, with other cells.</summary>
    public static string Write(string before, string path, NotebookText text, ImmutableDictionary<string, CellActivity> activity)
    {
        var notebook = Notebook.Parse(before, path);
        var withIds = notebook.Json["nbformat_minor"]!.GetValue<int>() >= 5;
        notebook.SetCells([.. text.Cells.Select(cell => ToCell(cell, withIds, activity.GetValueOrDefault(cell.Id) ?? CellActivity.None))]);
        return notebook.ToText(path);
    }

    private static NotebookCell ToCell(CellText text, bool withId, CellActivity activity)
    {
        var cell = text.ToCell(withId);
        if (cell is CodeCell code)
        {
            code.ExecutionCount = activity.ExecutionCount;
            code.SetOutputs(activity.Outputs);
        }

        return cell;
    }

    private static JsonObject WithoutOutputs(NotebookCell cell)
    {
        var json = cell.Json.DeepClone().AsObject();
        if (cell is CodeCell)
        {
            json["outputs"] = new JsonArray();
        }

        return json;
    }
}
