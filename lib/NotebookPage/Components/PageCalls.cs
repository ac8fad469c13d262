using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using NotebookPage.Live;
using NotebookSession.Documents;

namespace NotebookPage.Components;

/// <summary>What the page's scripts ask about the notebook that a tab shows.</summary>
/// <param name="shown">The notebook.</param>
/// <param name="notebooks">Where it was opened.</param>
/// <param name="navigation">Leads to another one.</param>
internal sealed class PageCalls(ShownNotebook shown, OpenNotebooks notebooks, NavigationManager navigation) : EditorCalls(shown)
{
    private readonly ShownNotebook _shown = shown;
    private readonly OpenNotebook _notebook = shown.Notebook;

    /// <summary>Does what a key or a button means.</summary>
    [JSInvokable]
    public async Task<Next?> Do(string command, string[] cells)
    {
        _shown.Said = command == "dismiss-restored" ? null : _shown.Said;
        var next = await new Commands(_notebook, notebooks.Clipboard).DoAsync(command, cells);
        _shown.Draw();
        return next;
    }

    /// <summary>Cuts a cell in two where its editor stands.</summary>
    [JSInvokable]
    public Next? Split(string cell, int position)
    {
        var second = _notebook.Cells.Split(cell, position);
        _shown.Draw();
        return second is null ? null : new Next(second, Edit: true);
    }

    /// <summary>Takes a picture that was pasted into a text cell, and names it.</summary>
    [JSInvokable]
    public string? Attach(string cell, string name, string mime, string base64) => _notebook.Cells.Attach(cell, name, mime, base64);

    /// <summary>The notebook as a file.</summary>
    [JSInvokable]
    public string Download() => _notebook.File.Text;

    /// <summary>Takes a notebook from a file, or a new one, and goes there.</summary>
    [JSInvokable]
    public async Task Take(string name, string? text)
    {
        try
        {
            var taken = text is null ? Empty() : Notebook.Parse(text, name);
            var added = await notebooks.Course.AddAsync(Path.ChangeExtension(Path.GetFileName(name), ".ipynb"), taken.ToString());
            navigation.NavigateTo(Links.Of(added));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            _shown.Said = e.Message;
            _shown.Draw();
        }
    }

    /// <summary>Gives the notebook another name, and goes there.</summary>
    [JSInvokable]
    public async Task RenameNotebook(string name, string to)
    {
        try
        {
            navigation.NavigateTo(Links.Of(await notebooks.RenameAsync(name, to.Trim())));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _shown.Said = e.Message;
            _shown.Draw();
        }
    }

    /// <summary>Moves a cell by so many places.</summary>
    [JSInvokable]
    public void Move(string cell, int places)
    {
        _notebook.Cells.Move(cell, places);
        _shown.Draw();
    }

    /// <summary>Replaces a text in all cells, and tells how often.</summary>
    [JSInvokable]
    public int Replace(string text, string by)
    {
        var count = _notebook.Cells.Replace(text, by);
        _shown.Draw();
        return count;
    }

    /// <summary>Takes what was typed into a cell.</summary>
    [JSInvokable]
    public void Edited(string cell, string text)
    {
        if (_notebook.View.Cell(cell) is { } now)
        {
            _shown.Editors.Hold(now, text);
            _notebook.Cells.Edit(cell, text);
        }
    }

    /// <summary>An editor opens; it wants the cell's text.</summary>
    [JSInvokable]
    public string? Mounted(string cell)
    {
        if (_notebook.View.Cell(cell) is not { } now)
        {
            return null;
        }

        _shown.Editors.Hold(now, now.Source);
        return now.Source;
    }

    /// <summary>An editor is gone; the page shows the text.</summary>
    [JSInvokable]
    public void Closed(string cell)
    {
        _shown.Editors.Drop(cell);
        _shown.Draw();
    }

    /// <summary>All cells' texts, by id.</summary>
    [JSInvokable]
    public Dictionary<string, string> Texts() => _notebook.View.Cells.ToDictionary(cell => cell.Id, cell => cell.Source);

    /// <summary>
    /// Gives back what the browser kept of a cell: in its place if the cell has not changed otherwise since, else below
    /// it, so that neither is lost.
    /// </summary>
    [JSInvokable]
    public void Restore(string cell, string text, string kind, string? previous, bool follows)
    {
        if (follows)
        {
            _notebook.Cells.Edit(cell, text);
        }
        else if (text.Length > 0 && _notebook.View.Cells.All(other => other.Source != text)) // it may be back already
        {
            var above = new[] { cell, previous }.FirstOrDefault(id => id is not null && _notebook.View.Cell(id) is not null);
            _notebook.Cells.InsertBelow(above, kind == "markdown" ? CellType.Markdown : CellType.Code, text);
        }

        _shown.Said = "What you had typed when the server went away is back.";
        _shown.Draw();
    }

    /// <summary>The window has the focus again: the file may have changed meanwhile.</summary>
    [JSInvokable]
    public Task Focused() => _notebook.File.CheckAsync();

    private static Notebook Empty()
    {
        var notebook = new Notebook();
        notebook.Add(new CodeCell("", "first"));
        return notebook;
    }
}
