using NotebookSession;
using NotebookSession.Documents;

namespace NotebookKernel.Serving;

/// <summary>
/// VS Code's Jupyter extension draws charts by itself, and so needs no scripts for them. For each cell it remembers one display, the
/// one that was shown or updated last, and forgets it when it hears that the cell has been cleared: at once, or seconds later; from
/// then on it ignores that display's updates. So hidden displays are updated after every update, for it to forget those: one for the
/// clearing when the cell began, one for ours. With them away at the end, all stands as it was said last.
/// </summary>
/// <remarks>microsoft/vscode-jupyter, src/kernels/execution/cellDisplayIdTracker.ts.</remarks>
internal sealed class VsCodeOutputs(Action<CellOutput> publish) : FrontEndOutputs(publish)
{
    private readonly string[] _hidden = [$"hidden-{Guid.NewGuid():N}", $"hidden-{Guid.NewGuid():N}"];
    private ShownOutputs _shown = ShownOutputs.None;
    private bool _hasHidden, _hasEnded;
    private int _updates;

    protected override void Tell(CellOutput output)
    {
        output = output is CellOutput.DisplayData(var data, var id) ? new CellOutput.DisplayData(Lasting(data), id) : output;
        var before = _shown;
        _shown = _shown.Show(output);
        _hasHidden &= output is not CellOutput.ClearOutput;
        if (output is not CellOutput.UpdateDisplayData || _shown == before || _hasEnded)
        {
            Publish(output);
        }
        else if (_hasHidden)
        {
            Publish(output);
            _updates++;
            foreach (var hidden in _hidden)
            {
                Publish(new CellOutput.UpdateDisplayData(Hidden(), hidden));
            }
        }
        else
        {
            ShowAgain();
            _hasHidden = true;
            foreach (var hidden in _hidden)
            {
                Publish(new CellOutput.DisplayData(Hidden(), hidden));
            }
        }
    }

    protected override void Finish()
    {
        _hasEnded = true;
        if (_hasHidden)
        {
            ShowAgain();
        }
    }

    private void ShowAgain()
    {
        Publish(new CellOutput.ClearOutput(Wait: true));
        foreach (var item in _shown.Items)
        {
            Publish(item);
        }
    }

    // An update that changes nothing is not noticed.
    private MimeBundle Hidden() => new() { ["text/html"] = $"<span hidden>{_updates}</span>" };
}
