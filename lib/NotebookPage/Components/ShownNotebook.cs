using NotebookPage.Live;
using NotebookPage.Rendering;
using NotebookSession;

namespace NotebookPage.Components;

/// <summary>
/// An open notebook as one tab shows it. The notebook tells of every change; the tab draws at most every few hundredths of a
/// second, and long outputs less often.
/// </summary>
public sealed class ShownNotebook : IDisposable
{
    private readonly Func<Func<Task>, Task> _inTurn;
    private readonly Action _draw;
    private readonly Lock _lock = new();
    private bool _isDue, _rested, _isDirty;
    private (NotebookView? Of, FormulaMacros Macros) _macros = (null, FormulaMacros.Of([]));
    private NotebookView? _saved; // what was saved, if the scripts do not know it yet

    /// <summary>Shows a notebook, until it is disposed of; the notebook stays open.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="inTurn">Runs something on the tab's own thread.</param>
    /// <param name="draw">Draws the tab; called there.</param>
    internal ShownNotebook(OpenNotebook notebook, Func<Func<Task>, Task> inTurn, Action draw)
    {
        (Notebook, View, Said) = (notebook, notebook.View, notebook.News);
        (_inTurn, _draw, _isDirty) = (inTurn, draw, View.Saving.IsDirty);
        notebook.Changed += OnChanged;
    }

    /// <summary>The notebook.</summary>
    public OpenNotebook Notebook { get; }

    /// <summary>What the tab draws of it.</summary>
    public NotebookView View { get; private set; }

    /// <summary>The commands that its texts define for their formulas.</summary>
    public FormulaMacros Macros => (_macros.Of == View ? _macros : _macros = (View, FormulaMacros.Of(
        View.Cells.Where(cell => cell.Kind == CellType.Markdown).Select(cell => cell.Source)))).Macros;

    /// <summary>What the tab's editors hold.</summary>
    public EditorTexts Editors { get; } = new();

    /// <summary>What the tab has to say.</summary>
    public string? Said { get; set; }

    /// <summary>How often it has been drawn because of a change.</summary>
    public int Changes { get; private set; }

    /// <summary>Draws what the tab itself has asked for, at once.</summary>
    public void Draw()
    {
        lock (_lock)
        {
            View = Notebook.View;
        }

        Editors.Keep(View);
        _draw();
    }

    /// <summary>What the scripts are to be told after a drawing: what the file holds now, and whether the session has come to rest.</summary>
    public (NotebookView? Saved, bool Rested) TakeNews()
    {
        lock (_lock)
        {
            var news = (_saved, _rested);
            (_saved, _rested) = (null, false);
            return news;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Notebook.Changed -= OnChanged;

    private void OnChanged(NotebookView now)
    {
        lock (_lock)
        {
            (_saved, _isDirty) = (_isDirty && !now.Saving.IsDirty ? now : _saved, now.Saving.IsDirty);
            _rested |= View.Session.Status == SessionStatus.Busy && now.Session.Status == SessionStatus.Idle;
            View = now;
            if (_isDue)
            {
                return;
            }

            _isDue = true;
        }

        _ = _inTurn(DrawSoonAsync);
    }

    private async Task DrawSoonAsync()
    {
        var length = View.Cells.Where(cell => cell.Status == CellStatus.Running).SelectMany(cell => cell.Outputs).Sum(OutputsWithin.Length);
        await Task.Delay(OutputLimit.Pause(length));
        lock (_lock)
        {
            _isDue = false;
            Changes++;
        }

        Editors.Keep(View);
        _draw();
    }
}
