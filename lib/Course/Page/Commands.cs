using Course.Live;

namespace Course.Page;

/// <summary>The cell to select after a command, and whether to edit it.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Edit">Whether to go into it.</param>
/// <param name="Stay">Whether the page stays where one reads: the command was about the whole notebook.</param>
public sealed record Next(string Cell, bool Edit = false, bool Stay = false);

/// <summary>What keys and buttons do to a notebook, by the names that keys.js and the buttons give them.</summary>
public sealed class Commands(OpenNotebook notebook)
{
    /// <summary>Does a command, on a cell if it needs one.</summary>
    public Next? Do(string command, string? id)
    {
        switch (command)
        {
            case "run-all": _ = notebook.Runs.RunAllAsync(); break;
            case "run-stale": _ = notebook.Runs.RunStaleAsync(); break;
            case "interrupt": notebook.Runs.Interrupt(); break;
            case "restart": _ = notebook.Session.RestartAsync(); break;
            case "restart-run-all": _ = notebook.Runs.RestartAndRunAllAsync(); break;
            case "save": _ = notebook.File.SaveAsync(); break;
            case "undo": notebook.Cells.Undo(); break;
            case "redo": notebook.Cells.Redo(); break;
            case "reset":
                notebook.Cells.Reset();
                _ = notebook.Session.RestartAsync(); // cells that are as new have not run
                break;
            case "trust": notebook.File.Trust(); break;
            case "clear-outputs": notebook.Cells.ClearOutputs(); break;
            case "keep-mine": notebook.File.KeepMine(); break;
            case "take-theirs": notebook.File.TakeTheirs(); break;
            case "dismiss-restored": notebook.File.DismissRestored(); break;
            default: return OnCell(command, id);
        }

        return id is null ? null : new Next(id, Stay: true);
    }

    private Next? OnCell(string command, string? id)
    {
        switch (command)
        {
            case "insert-above": return new Next(notebook.Cells.InsertAbove(id));
            case "insert-below": return new Next(notebook.Cells.InsertBelow(id));
            case "insert-end": return new Next(notebook.Cells.InsertBelow(null), Edit: true);
            case "insert-text": return new Next(notebook.Cells.InsertBelow(id, CellKind.Markdown), Edit: true);
        }

        return id is null || notebook.View.Cell(id) is null ? null : OnCell(command, id, notebook.View);
    }

    private Next OnCell(string command, string id, NotebookView before)
    {
        switch (command)
        {
            case "run":
                _ = notebook.Runs.RunAsync(id);
                break;
            case "run-advance":
                _ = notebook.Runs.RunAsync(id);
                var next = before.Cells.SkipWhile(cell => cell.Id != id).ElementAtOrDefault(1)?.Id;
                return new Next(next ?? notebook.Cells.InsertBelow(id), Edit: next is null);
            case "run-insert":
                _ = notebook.Runs.RunAsync(id);
                return new Next(notebook.Cells.InsertBelow(id), Edit: true);
            case "merge": notebook.Cells.MergeBelow(id); break;
            case "run-above": _ = notebook.Runs.RunAboveAsync(id); break;
            case "run-below": _ = notebook.Runs.RunBelowAsync(id); break;
            case "delete":
                var at = before.Cells.ToList().FindIndex(cell => cell.Id == id);
                var neighbour = before.Cells.ElementAtOrDefault(at + 1) ?? before.Cells.ElementAtOrDefault(at - 1);
                notebook.Cells.Delete(id);
                return new Next(neighbour?.Id ?? notebook.View.Cells.FirstOrDefault()?.Id ?? "");
            case "clear": notebook.Cells.ClearOutputs(id); break;
            case "to-code": notebook.Cells.ChangeKind(id, CellKind.Code); break;
            case "to-markdown": notebook.Cells.ChangeKind(id, CellKind.Markdown); break;
            case "move-up": notebook.Cells.Move(id, -1); break;
            case "move-down": notebook.Cells.Move(id, 1); break;
        }

        return new Next(id);
    }
}
