using NotebookKernel.Wire;
using NotebookSession;
using NotebookSession.Showing;

namespace NotebookKernel.Serving;

/// <summary>The outputs of one cell as the front end that runs it needs them, so that what the cell says last stands there and is saved.</summary>
internal abstract class FrontEndOutputs(Action<CellOutput> publish)
{
    private readonly Lock _lock = new();

    /// <summary>The kind that a request's front end needs: VS Code's extension names the cell in a way of its own.</summary>
    public static FrontEndOutputs For(Message request, Action<CellOutput> publish) =>
        ((string?)request.Metadata["cellId"])?.StartsWith("vscode-", StringComparison.Ordinal) == true
            ? new VsCodeOutputs(publish) : new JupyterOutputs(publish);

    /// <summary>The cell shows something.</summary>
    public void Show(CellOutput output)
    {
        lock (_lock)
        {
            Tell(output);
        }
    }

    /// <summary>The cell has ended; a thread of it may still show something.</summary>
    public void End()
    {
        lock (_lock)
        {
            Finish();
        }
    }

    protected void Publish(CellOutput output) => publish(output);

    protected abstract void Tell(CellOutput output);

    protected virtual void Finish()
    {
    }

    /// <summary>A display without what is not to be kept.</summary>
    protected static MimeBundle Lasting(MimeBundle data)
    {
        var lasting = new MimeBundle();
        foreach (var (type, content) in data.Where(format => !Transient.Is(format.Value)))
        {
            lasting[type] = content;
        }

        return lasting;
    }
}
