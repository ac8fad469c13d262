using NotebookSession;

namespace NotebookKernel.Serving;

/// <summary>
/// Jupyter's own front ends save what they show. A script that is not to be saved is run as it is shown, and in the next moment
/// only the rest of its display stands there.
/// </summary>
internal sealed class JupyterOutputs(Action<CellOutput> publish) : FrontEndOutputs(publish)
{
    protected override void Tell(CellOutput output)
    {
        Publish(output);
        if (output is CellOutput.DisplayData(var data, { } id) && Lasting(data) is var lasting && lasting.Count < data.Count)
        {
            Publish(new CellOutput.UpdateDisplayData(lasting, id));
        }
    }
}
