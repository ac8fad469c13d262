using Course.Live;

namespace Course.Page;

/// <summary>The cell to select after a command, and whether to edit it.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Edit">Whether to go into it.</param>
/// <param name="Stay">Whether the page stays where one reads: the command was about the whole notebook.</param>
public sealed record Next(string Cell, bool Edit = false, bool Stay = false);

/// <summary>What keys and buttons do to a notebook, by the names that keys.js and the buttons give them.</summary>
internal sealed class Commands(OpenNotebook notebook)
{
    /// <summary>Does a command, on a cell if it needs one.</summary>
    public Next? Do(string command, string? id)
    {
        switch (command)
        {
            case "run-all": _ = notebook.RunAllAsync(); break;
            case "run-stale": _ = notebook.RunStaleAsync(); break;
            case "interrupt": notebook.Interrupt(); break;
            case "restart": _ = notebook.RestartAsync(); break;
            case "restart-run-all": _ = notebook.RestartAndRunAllAsync(); break;
            case "save": _ = notebook.SaveAsync(); break;
            case "undo": notebook.Undo(); break;
            case "redo": notebook.Redo(); break;
            case "reset":
                notebook.Reset();
                _ = notebook.RestartAsync(); // cells that are as new have not run
                break;
            case "trust": notebook.Trust(); break;
            case "clear-outputs": notebook.ClearOutputs(); break;
            case "keep-mine": notebook.KeepMine(); break;
            case "take-theirs": notebook.TakeTheirs(); break;
            case "dismiss-restored": notebook.DismissRestored(); break;
            default: return OnCell(command, id);
        }

        return id is null ? null : new Next(id, Stay: true);
    }

    private Next? OnCell(string command, string? id)
    {
        switch (command)
        {
            case "insert-above": return new Next(notebook.InsertAbove(id));
            case "insert-below": return new Next(notebook.InsertBelow(id));
            case "insert-end": return new Next(notebook.InsertBelow(null), Edit: true);
            case "insert-text": return new Next(notebook.InsertBelow(id, CellKind.Markdown), Edit: true);
        }

        return id is null || notebook.View.Cell(id) is null ? null : OnCell(command, id, notebook.View);
    }

    private Next OnCell(string command, string id, NotebookView before)
    {
        switch (command)
        {
            case "run":
                _ = notebook.RunAsync(id);
                break;
            case "run-advance":
                var next = notebook.RunAndAdvance(id);
                return new Next(next, Edit: before.Cell(next) is null);
            case "run-insert":
                _ = notebook.RunAsync(id);
                return new Next(notebook.InsertBelow(id), Edit: true);
            case "merge": notebook.MergeBelow(id); break;
            case "run-above": _ = notebook.RunAboveAsync(id); break;
            case "run-below": _ = notebook.RunBelowAsync(id); break;
            case "delete":
                var at = before.Cells.ToList().FindIndex(cell => cell.Id == id);
                var neighbour = before.Cells.ElementAtOrDefault(at + 1) ?? before.Cells.ElementAtOrDefault(at - 1);
                notebook.Delete(id);
                return new Next(neighbour?.Id ?? notebook.View.Cells.FirstOrDefault()?.Id ?? "");
            case "clear": notebook.ClearOutputs(id); break;
            case "to-code": notebook.ChangeKind(id, CellKind.Code); break;
            case "to-markdown": notebook.ChangeKind(id, CellKind.Markdown); break;
            case "move-up": notebook.Move(id, -1); break;
            case "move-down": notebook.Move(id, 1); break;
        }

        return new Next(id);
    }
}
