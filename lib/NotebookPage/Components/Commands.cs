using NotebookPage.Live;

namespace NotebookPage.Components;

/// <summary>The cell to select after a command, and whether to edit it.</summary>
/// <param name="Cell">Its id.</param>
/// <param name="Edit">Whether to go into it.</param>
/// <param name="Stay">Whether the page stays where one reads: the command was about the whole notebook.</param>
public sealed record Next(string Cell, bool Edit = false, bool Stay = false);

/// <summary>What keys and buttons do to a notebook, by the names that keys.js and the buttons give them.</summary>
/// <param name="notebook">The notebook.</param>
/// <param name="clipboard">The cells that can be pasted, for all notebooks.</param>
public sealed class Commands(OpenNotebook notebook, IClipboard clipboard)
{
    /// <summary>Does a command, on cells if it needs some; they are given from the top.</summary>
    public async Task<Next?> DoAsync(string command, params IReadOnlyList<string> ids)
    {
        var before = notebook.View;
        List<string> cells = [.. ids.Where(id => before.Cell(id) is not null)];
        return await OnNotebookAsync(command).ConfigureAwait(false) ? (cells.Count == 0 ? null : new Next(cells[0], Stay: true))
            : Insert(command, cells.FirstOrDefault(), cells.LastOrDefault())
            ?? (cells.Count == 0 ? null : OnCells(command, cells, before));
    }

    private async Task<bool> OnNotebookAsync(string command)
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
                await notebook.Cells.ResetAsync().ConfigureAwait(false);
                _ = notebook.Session.RestartAsync(); // cells that are as new have not run
                break;
            case "trust": await notebook.File.TrustAsync().ConfigureAwait(false); break;
            case "clear-outputs": notebook.Cells.ClearOutputs(); break;
            case "keep-mine": await notebook.File.KeepMineAsync().ConfigureAwait(false); break;
            case "take-theirs": await notebook.File.TakeTheirsAsync().ConfigureAwait(false); break;
            case "dismiss-restored": notebook.File.DismissRestored(); break;
            default: return false;
        }

        return true;
    }

    private Next? Insert(string command, string? first, string? last) => command switch
    {
        "insert-above" => new Next(notebook.Cells.InsertAbove(first)),
        "insert-below" => new Next(notebook.Cells.InsertBelow(last)),
        "insert-end" => new Next(notebook.Cells.InsertBelow(null), Edit: true),
        "insert-text" => new Next(notebook.Cells.InsertBelow(last, CellType.Markdown), Edit: true),
        "paste" when notebook.Cells.PasteBelow(last, clipboard.Cells) is { } pasted => new Next(pasted),
        "paste-above" when notebook.Cells.PasteAbove(first, clipboard.Cells) is { } pasted => new Next(pasted),
        _ => null,
    };

    private Next OnCells(string command, List<string> cells, NotebookView before)
    {
        var (first, last) = (cells[0], cells[^1]);
        switch (command)
        {
            case "run":
                _ = notebook.Runs.RunAsync(cells);
                break;
            case "run-advance":
                _ = notebook.Runs.RunAsync(cells);
                var next = before.Cells.SkipWhile(cell => cell.Id != last).ElementAtOrDefault(1)?.Id;
                return new Next(next ?? notebook.Cells.InsertBelow(last), Edit: next is null);
            case "run-insert":
                _ = notebook.Runs.RunAsync(cells);
                return new Next(notebook.Cells.InsertBelow(last), Edit: true);
            case "run-above": _ = notebook.Runs.RunAboveAsync(first); break;
            case "run-below": _ = notebook.Runs.RunBelowAsync(first); break;
            case "copy": clipboard.Cells = notebook.Cells.Copy([.. cells]); break;
            case "cut":
                clipboard.Cells = notebook.Cells.Copy([.. cells]);
                return Delete(cells, before);
            case "delete": return Delete(cells, before);
            case "duplicate": return new Next(notebook.Cells.PasteBelow(last, notebook.Cells.Copy([.. cells]))!);
            case "merge": notebook.Cells.MergeBelow(first, Math.Max(1, cells.Count - 1)); break;
            case "clear": Each(cells, id => notebook.Cells.ClearOutputs(id)); break;
            case "to-code": Each(cells, id => notebook.Cells.ChangeKind(id, CellType.Code)); break;
            case "to-markdown": Each(cells, id => notebook.Cells.ChangeKind(id, CellType.Markdown)); break;
            case "move-up": notebook.Cells.Move(first, -1); break;
            case "move-down": notebook.Cells.Move(first, 1); break;
        }

        return new Next(first);
    }

    private Next Delete(List<string> cells, NotebookView before)
    {
        var at = before.Cells.ToList().FindIndex(cell => cell.Id == cells[^1]);
        var neighbor = before.Cells.ElementAtOrDefault(at + 1) ?? before.Cells.LastOrDefault(cell => !cells.Contains(cell.Id));
        notebook.Cells.Delete([.. cells]);
        return new Next(neighbor?.Id ?? notebook.View.Cells.FirstOrDefault()?.Id ?? "");
    }

    private static void Each(List<string> cells, Action<string> act)
    {
        foreach (var id in cells)
        {
            act(id);
        }
    }
}
