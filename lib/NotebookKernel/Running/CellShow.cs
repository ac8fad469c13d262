using NotebookSession;
using NotebookSession.Showing;

namespace NotebookKernel.Running;

/// <summary>Who listens to a cell that runs in another process: one output at a time, those that its session tells and native text, which has a limit here.</summary>
internal sealed class CellShow
{
    private readonly Action<CellOutput> _show;
    private readonly Lock _lock = new();

    public CellShow(Action<CellOutput> show)
    {
        _show = show;
        Text = new CellOutputs(Show, OutputLimit.Default);
    }

    /// <summary>Takes native text.</summary>
    public CellOutputs Text { get; }

    /// <summary>Shows an output that the session has told.</summary>
    public void Show(CellOutput output)
    {
        lock (_lock)
        {
            _show(output);
        }
    }
}
