using Microsoft.JSInterop;
using NotebookPage.Live;
using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Documents;

namespace NotebookPage.Components;

/// <summary>What the page's scripts ask of the server.</summary>
public sealed partial class NotebookTab
{
    /// <summary>Does what a key or a button means.</summary>
    [JSInvokable]
    public async Task<Next?> Do(string command, string[] cells)
    {
        if (_notebook is null)
        {
            return null;
        }

        _said = command == "dismiss-restored" ? null : _said;
        var next = await new Commands(_notebook, Desk.Clipboard).DoAsync(command, cells);
        Draw();
        return next;
    }

    /// <summary>Cuts a cell in two where its editor stands.</summary>
    [JSInvokable]
    public Next? Split(string cell, int position)
    {
        var second = _notebook?.Cells.Split(cell, position);
        Draw();
        return second is null ? null : new Next(second, Edit: true);
    }

    /// <summary>Takes a picture that was pasted into a text cell, and names it.</summary>
    [JSInvokable]
    public string? Attach(string cell, string name, string mime, string base64) => _notebook?.Cells.Attach(cell, name, mime, base64);

    /// <summary>The notebook as a file.</summary>
    [JSInvokable]
    public string? Download() => _notebook?.File.Text;

    /// <summary>Takes a notebook from a file, or a new one, and goes there.</summary>
    [JSInvokable]
    public async Task Take(string name, string? text)
    {
        try
        {
            var taken = text is null ? Empty() : Notebook.Parse(text, name);
            var added = await Desk.Course.AddAsync(Path.ChangeExtension(Path.GetFileName(name), ".ipynb"), taken.ToString());
            Navigation.NavigateTo(Links.Of(added));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            _said = e.Message;
            Draw();
        }
    }

    /// <summary>Replaces a text in all cells, and tells how often.</summary>
    [JSInvokable]
    public int Replace(string text, string by)
    {
        var count = _notebook?.Cells.Replace(text, by) ?? 0;
        Draw();
        return count;
    }

    /// <summary>Takes what was typed into a cell.</summary>
    [JSInvokable]
    public void Edited(string cell, string text)
    {
        if (_notebook?.View.Cell(cell) is { } now)
        {
            _texts[cell] = (now.Kind, text);
            _notebook.Cells.Edit(cell, text);
        }
    }

    /// <summary>An editor opens; it wants the cell's text.</summary>
    [JSInvokable]
    public string? Mounted(string cell)
    {
        if (_notebook?.View.Cell(cell) is not { } now)
        {
            return null;
        }

        _texts[cell] = (now.Kind, now.Source);
        return now.Source;
    }

    /// <summary>An editor is gone; the page shows the text.</summary>
    [JSInvokable]
    public void Closed(string cell)
    {
        _texts.Remove(cell);
        Draw();
    }

    /// <summary>All cells' texts, by id.</summary>
    [JSInvokable]
    public Dictionary<string, string> Texts() => _notebook?.View.Cells.ToDictionary(cell => cell.Id, cell => cell.Source) ?? [];

    /// <summary>
    /// Gives back what the browser kept of a cell: in its place if the cell has not changed otherwise since, else below
    /// it, so that neither is lost.
    /// </summary>
    [JSInvokable]
    public void Restore(string cell, string text, string kind, string? previous, bool follows)
    {
        if (_notebook is null)
        {
            return;
        }

        if (follows)
        {
            _notebook.Cells.Edit(cell, text);
        }
        else if (text.Length > 0 && _notebook.View.Cells.All(other => other.Source != text)) // it may be back already
        {
            var above = new[] { cell, previous }.FirstOrDefault(id => id is not null && _notebook.View.Cell(id) is not null);
            _notebook.Cells.InsertBelow(above, kind == "markdown" ? CellKind.Markdown : CellKind.Code, text);
        }

        _said = "What you had typed when the server went away is back.";
        Draw();
    }

    /// <summary>The window has the focus again: the file may have changed meanwhile.</summary>
    [JSInvokable]
    public Task Focused() => _notebook?.File.CheckAsync() ?? Task.CompletedTask;

    /// <summary>What may stand at a position.</summary>
    [JSInvokable]
    public async Task<Completions?> Complete(string text, int position) =>
        _notebook is null ? null : await _notebook.Help.CompleteAsync(text, position);

    /// <summary>What stands at a position.</summary>
    [JSInvokable]
    public async Task<string?> Describe(string text, int position) =>
        _notebook is null ? null : await _notebook.Help.DescribeAsync(text, position);

    /// <summary>The methods whose call is being written.</summary>
    [JSInvokable]
    public async Task<IReadOnlyList<Signature>> Signatures(string text, int position) =>
        _notebook is null ? [] : await _notebook.Help.SignaturesAsync(text, position);

    /// <summary>What is colored of a cell's text, so that it looks alike before and while it is edited.</summary>
    [JSInvokable]
    public IReadOnlyList<CodeSpan> Colors(string text) => _notebook is null ? [] : CodeHtml.Spans(text) ?? [];

    /// <summary>What is wrong with a cell's text.</summary>
    [JSInvokable]
    public async Task<IReadOnlyList<Problem>> Diagnose(string cell, string text) =>
        _notebook is null ? [] : [.. (await _notebook.Help.DiagnoseAsync(cell, text)).Select(Problem.Of)];

    /// <summary>Gives the running cell its line.</summary>
    internal void Answer(string line) => _notebook?.Session.Answer(line);

    private static Notebook Empty()
    {
        var notebook = new Notebook();
        notebook.Add(new CodeCell("", "first"));
        return notebook;
    }

    private void Draw()
    {
        lock (_lock)
        {
            _view = _notebook?.View;
        }

        Forget();
        StateHasChanged();
    }
}

/// <summary>A problem as help.js takes it.</summary>
public sealed record Problem(int Start, int Length, string Id, string Message, string Severity)
{
    internal static Problem Of(CodeProblem problem) =>
        new(problem.Start, problem.Length, problem.Id, problem.Message, problem.Severity.ToString());
}
