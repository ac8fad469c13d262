using System.Collections.Immutable;
using NotebookSession;

namespace NotebookPage.Live;

/// <summary>A notebook as it is at one moment: a value that any thread may keep.</summary>
/// <param name="Cells">From the top.</param>
/// <param name="Session">Its session.</param>
/// <param name="Saving">How its file is.</param>
public sealed record NotebookView(ImmutableArray<LiveCell> Cells, SessionState Session, SaveState Saving)
{
    /// <summary>What <see cref="CellEditor.Undo"/> would take back ("delete cell", "edit"); null if there is nothing.</summary>
    public string? Undo { get; init; }

    /// <summary>What <see cref="CellEditor.Redo"/> would do again.</summary>
    public string? Redo { get; init; }

    /// <summary>Whether the notebook as a whole is trusted: its Markdown and the outputs from its file may hold HTML and scripts.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>What was wrong with the file and is repaired here, a line each; the file keeps it until the notebook is saved.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>The line that the running cell waits for; null if it waits for none.</summary>
    public InputRequest? Input { get; init; }

    /// <summary>The cell with that id, or null.</summary>
    public LiveCell? Cell(string id) => Cells.FirstOrDefault(cell => cell.Id == id);
}

/// <summary>What a session is doing.</summary>
public enum SessionStatus
{
    /// <summary>It is being started.</summary>
    Starting,

    /// <summary>It waits for a cell.</summary>
    Idle,

    /// <summary>It runs cells.</summary>
    Busy,

    /// <summary>It has ended by itself, and its variables are lost. The next run starts another.</summary>
    Dead,
}

/// <summary>A session, and why it is not there if it is dead.</summary>
public sealed record SessionState(SessionStatus Status, string? Problem = null);
