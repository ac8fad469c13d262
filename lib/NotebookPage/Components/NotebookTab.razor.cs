using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using NotebookPage.Live;
using NotebookPage.Rendering;
using NotebookSession;

namespace NotebookPage.Components;

/// <summary>A notebook in a tab. The notebook tells of every change; the tab draws at most every few hundredths of a second, and long outputs less often.</summary>
public sealed partial class NotebookTab
{
    private readonly Dictionary<string, (CellKind Kind, string Text)> _texts = []; // what this tab's editors hold, by cell
    private readonly Lock _lock = new();
    private DotNetObjectReference<NotebookTab>? _self;
    private IJSObjectReference? _script;
    private OpenNotebook? _notebook;
    private NotebookView? _view;
    private string _name = "";
    private string? _place, _text, _problem, _said;
    private bool _isNew, _isDue, _rested;
    private NotebookView? _saved; // what the file holds, if the scripts do not know it yet
    private int _changes;

    /// <summary>The notebook's name: the address.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Inject]
    private IPageHost Host { get; set; } = null!;

    private string Title => _view?.Cells.FirstOrDefault(cell => cell.Source.StartsWith("# ", StringComparison.Ordinal))
        ?.Source.Split('\n')[0][2..] ?? _name;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var name = string.IsNullOrEmpty(Name) ? Desk.Start : Name.TrimEnd('/'); // a host of files puts one there
        if (name != _name)
        {
            Leave();
            _name = name;
            await EnterAsync(name);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _script ??= await Scripts.InvokeAsync<IJSObjectReference>("import", "./assets/page.js");
        _self ??= DotNetObjectReference.Create(this);
        if (_isNew)
        {
            _isNew = false;
            await _script.InvokeVoidAsync("open", _self, _name, Host.SecretsOf(_name));
        }

        if (TextsFromElsewhere() is { Count: > 0 } texts)
        {
            await _script.InvokeVoidAsync("setTexts", texts);
        }

        NotebookView? saved;
        bool rested;
        lock (_lock)
        {
            (saved, rested) = (_saved, _rested);
            (_saved, _rested) = (null, false);
        }

        if (saved is not null)
        {
            await _script.InvokeVoidAsync("saved", saved.Cells.ToDictionary(cell => cell.Id, cell => cell.Source));
        }

        if (rested)
        {
            await _script.InvokeVoidAsync("checkAll");
        }
    }

    /// <summary>Lets go of the notebook; it stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        Leave();
        _self?.Dispose();
        try
        {
            await (_script?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone.
        }
    }

    /// <summary>Whether the cell has an editor in this tab: its text is then the editor's business.</summary>
    internal bool HasEditor(string id) => _texts.ContainsKey(id);

    private InputRequest? Waiting(LiveCell cell) => cell.Status == CellStatus.Running ? _view!.Input : null;

    private async Task EnterAsync(string name)
    {
        OpenNotebook? notebook = null;
        try
        {
            notebook = await Desk.OpenAsync(name);
            var text = notebook is null ? await Desk.Course.TextAsync(name) : null;
            if (name != _name)
            {
                return; // one has gone on meanwhile
            }

            _text = text;
            _problem = $"There is no notebook “{name}” here. Choose a lesson from the list.";
        }
        catch (Exception e) // whatever is wrong with the file, the page stands
        {
            _problem = e.Message;
        }

        if (notebook is not null)
        {
            _notebook = notebook;
            _view = notebook.View;
            _place = Desk.Course.PlaceOf(name);
            _said = notebook.News;
            notebook.Changed += OnChanged;
            _isNew = true;
        }
    }

    private void Leave()
    {
        if (_notebook is not null)
        {
            _notebook.Changed -= OnChanged;
        }

        (_notebook, _view, _place, _text, _problem, _said) = (null, null, null, null, null, null);
        _texts.Clear();
    }

    // Undo, another tab, another program: what an editor is to hold, and doesn't.
    private Dictionary<string, string> TextsFromElsewhere()
    {
        var texts = _notebook?.View.Cells
            .Where(cell => _texts.TryGetValue(cell.Id, out var held) && held.Text != cell.Source)
            .ToDictionary(cell => cell.Id, cell => cell.Source) ?? [];
        foreach (var (id, text) in texts)
        {
            _texts[id] = (_texts[id].Kind, text);
        }

        return texts;
    }

    // A cell that went, or became of another kind, took its editor with it.
    private void Forget()
    {
        foreach (var id in _texts.Keys.Where(id => _view?.Cell(id)?.Kind != _texts[id].Kind).ToList())
        {
            _texts.Remove(id);
        }
    }

    private void OnChanged(NotebookView now)
    {
        lock (_lock)
        {
            var before = _view ?? now;
            _saved = now.Saving.IsDirty ? _saved : now;
            _rested |= before.Session.Status == SessionStatus.Busy && now.Session.Status == SessionStatus.Idle;
            _view = now;
            if (_isDue)
            {
                return;
            }

            _isDue = true;
        }

        _ = InvokeAsync(DrawSoonAsync);
    }

    private async Task DrawSoonAsync()
    {
        var length = _view?.Cells.Where(cell => cell.Status == CellStatus.Running).SelectMany(cell => cell.Outputs).Sum(OutputsWithin.Length) ?? 0;
        await Task.Delay(OutputLimit.Pause(length));
        lock (_lock)
        {
            _isDue = false;
            _changes++;
        }

        Forget();
        StateHasChanged();
    }
}
