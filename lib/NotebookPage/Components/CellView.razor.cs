using System.Globalization;
using Microsoft.AspNetCore.Components;
using NotebookPage.Live;
using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Documents;

namespace NotebookPage.Components;

/// <summary>A cell.</summary>
public sealed partial class CellView
{
    private const double Patience = 20;

    private (LiveCell, InputRequest?, bool, FormulaMacros?) _drawn;
    private bool _isNew;

    /// <summary>The cell as it is now.</summary>
    [Parameter, EditorRequired]
    public LiveCell Cell { get; set; } = null!;

    /// <summary>The notebook's name, from which its links lead on.</summary>
    [Parameter, EditorRequired]
    public string Notebook { get; set; } = "";

    /// <summary>The notebook as this tab shows it.</summary>
    [Parameter, EditorRequired]
    public ShownNotebook Shown { get; set; } = null!;

    [Inject]
    private IPageHost Host { get; set; } = null!;

    // What a run costs here, if that is more than one waits for without a thought.
    private string? Cost => !Cell.HasRun && CodeCell.Takes(Cell.Tags) is { } time && (time * Host.Slowness).TotalSeconds is > Patience and var seconds
        ? string.Create(CultureInfo.InvariantCulture, $"In this browser tab it takes about {Math.Round(seconds / 5) * 5:0} seconds, on the machine itself about {time.TotalSeconds:0}.")
            + (Cell.Outputs.Count > 0 ? " What it shows then stands below already." : "")
        : null;

    // What the file shows of an answer waits for a guess.
    private bool IsClosed => CodeCell.Answers(Cell.Tags) && !Cell.HasRun && Cell.Status == CellStatus.Idle;

    // What the cell waits for.
    private InputRequest? Input => Cell.Status == CellStatus.Running ? Shown.View.Input : null;

    private string Kind => Cell.Kind switch { CellType.Code => "code", CellType.Markdown => "markdown", _ => "raw" };

    private string Status => Cell.Status switch
    {
        CellStatus.Running => "running",
        CellStatus.Queued => "queued",
        CellStatus.Failed => "failed",
        _ => Cell.HasRun ? "done" : "idle",
    };

    private string Count => Cell.Status switch
    {
        CellStatus.Running or CellStatus.Queued => "[*]",
        _ => Cell.ExecutionCount is { } count ? $"[{count}]" : "[ ]",
    };

    // Shorter runs are not worth the ink.
    private string? Took => Cell.Duration switch
    {
        { TotalSeconds: >= 60 } took => string.Create(CultureInfo.InvariantCulture, $"{took.TotalMinutes:0.0} min"),
        { TotalSeconds: >= 0.5 } took => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s"),
        _ => null,
    };

    private string Label => Cell.Kind != CellType.Code ? "Text cell" : Cell.Status switch
    {
        CellStatus.Running => "Code cell, running",
        CellStatus.Queued => "Code cell, waiting",
        CellStatus.Failed => "Code cell, failed",
        _ => Cell.HasRun ? $"Code cell {Cell.ExecutionCount}" : "Code cell, not run",
    } + (Cell.Stale is null ? "" : ", out of date");

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var now = (Cell, Input, Shown.Editors.Has(Cell.Id), Cell.Kind == CellType.Markdown ? Shown.Macros : null);
        (_isNew, _drawn) = (now != _drawn, now);
    }

    /// <inheritdoc/>
    protected override bool ShouldRender() => _isNew;
}
