using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using NotebookPage.Live;

namespace NotebookPage.Components;

/// <summary>A tab: the notebook or the text at its address, or why there is none.</summary>
public sealed partial class NotebookTab
{
    private readonly List<IDisposable> _calls = []; // scripts may still call about a notebook that the tab has left
    private IJSObjectReference? _script;
    private ShownNotebook? _shown;
    private string _name = "";
    private string? _place, _text, _problem;
    private bool _isNew;

    /// <summary>The notebook's name: the address.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Inject]
    private IPageHost Host { get; set; } = null!;

    private string Title => _shown?.View.Cells.FirstOrDefault(cell => cell.Source.StartsWith("# ", StringComparison.Ordinal))
        ?.Source.Split('\n')[0][2..] ?? _name;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var name = string.IsNullOrEmpty(Name) ? Notebooks.Start : Name.TrimEnd('/'); // a host of files puts one there
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
        if (_shown is not { } shown)
        {
            return;
        }

        if (_isNew)
        {
            _isNew = false;
            var calls = DotNetObjectReference.Create(new PageCalls(shown, Notebooks, Navigation));
            _calls.Add(calls);
            await _script.InvokeVoidAsync("open", calls, _name, Host.SecretsOf(_name));
        }

        if (shown.Editors.FromElsewhere(shown.Notebook.View) is { Count: > 0 } texts)
        {
            await _script.InvokeVoidAsync("setTexts", texts);
        }

        var (saved, rested) = shown.TakeNews();
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
        _calls.ForEach(calls => calls.Dispose());
        try
        {
            await (_script?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone.
        }
    }

    private async Task EnterAsync(string name)
    {
        OpenNotebook? notebook = null;
        try
        {
            notebook = await Notebooks.OpenAsync(name);
            var text = notebook is null ? await Notebooks.Course.TextAsync(name) : null;
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
            _shown = new ShownNotebook(notebook, InvokeAsync, StateHasChanged);
            _place = Notebooks.Course.PlaceOf(name);
            _isNew = true;
        }
    }

    private void Leave()
    {
        _shown?.Dispose();
        (_shown, _place, _text, _problem) = (null, null, null, null);
    }
}
