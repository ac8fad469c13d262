using System.Text.Json.Nodes;
using NotebookSession.Documents;

namespace NotebookPage.Live.Editing;

/// <summary>What is edited of a cell.</summary>
/// <param name="Id">Stays the same for as long as the cell lives.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Its text.</param>
/// <param name="Json">The cell as the file had it, for its metadata and whatever else stands there; never modified.</param>
internal sealed record CellText(string Id, CellType Kind, string Source, JsonObject Json)
{
    private readonly string? _language = (NotebookCell.Of(Json) as CodeCell)?.Language;

    /// <summary>The cell's tags.</summary>
    public IReadOnlyList<string> Tags { get; } = NotebookCell.Of(Json).Tags;

    /// <summary>What a session is given to run.</summary>
    public string Code => CodeCell.CodeOf(_language, Source);

    /// <summary>The pictures that were pasted into it; null if there are none.</summary>
    public JsonObject? Attachments => Json["attachments"] as JsonObject;

    /// <summary>With one more, and its name: the one that was wished for, unless it is taken.</summary>
    public (CellText Cell, string Name) Attach(string wished, string mime, string base64)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(wished), Path.GetExtension(wished));
        var names = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? wished : $"{stem}-{number}{ending}");
        var name = names.First(candidate => Attachments?.ContainsKey(candidate) != true);
        var json = Json.DeepClone().AsObject();
        var all = json["attachments"] as JsonObject ?? [];
        all[name] = new JsonObject { [mime] = base64 };
        json["attachments"] = all;
        return (this with { Json = json }, name);
    }

    /// <summary>Whether there is something to run.</summary>
    public bool IsRunnable => Kind == CellType.Code && CodeCell.CanRun(Source, Tags);

    /// <summary>A new cell, its id unique as those of Jupyter are.</summary>
    public static CellText New(CellType kind, string source)
    {
        var id = NewId();
        return new CellText(id, kind, source, Of(kind, source, id).Json);
    }

    /// <summary>An id that no cell has.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N")[..8];

    /// <summary>The cell for a file.</summary>
    /// <param name="withId">Whether the file's version of nbformat knows ids.</param>
    public NotebookCell ToCell(bool withId)
    {
        var cell = NotebookCell.Of(Json.DeepClone().AsObject());
        if (KindOf(cell) != Kind)
        {
            cell = Of(Kind, Source, withId ? Id : null);
            cell.Json["metadata"] = Json["metadata"]!.DeepClone();
        }

        cell.Source = Source;
        if (withId && cell.Id != Id)
        {
            cell.Json["id"] = Id;
        }
        else if (!withId)
        {
            cell.Json.Remove("id");
        }

        return cell;
    }

    /// <summary>What a cell of a file is.</summary>
    public static CellType KindOf(NotebookCell cell) => cell switch
    {
        CodeCell => CellType.Code,
        MarkdownCell => CellType.Markdown,
        _ => CellType.Raw,
    };

    private static NotebookCell Of(CellType kind, string source, string? id) => kind switch
    {
        CellType.Code => new CodeCell(source, id),
        CellType.Markdown => new MarkdownCell(source, id),
        _ => new RawCell(source, id),
    };
}
