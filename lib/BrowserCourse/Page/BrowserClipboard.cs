using Microsoft.JSInterop;
using NotebookPage.Live;
using NotebookSession.Documents;

namespace BrowserCourse.Page;

/// <summary>Copied cells, for all tabs of the site; where the browser keeps none, or not so many, for this one.</summary>
/// <param name="script">See shelf.js.</param>
internal sealed class BrowserClipboard(IJSInProcessObjectReference script) : IClipboard
{
    private CopiedCells _own = CopiedCells.None;

    /// <inheritdoc/>
    public CopiedCells Cells
    {
        get
        {
            try
            {
                return script.Invoke<string?>("copied") is { } notebook ? CopiedCells.Read(notebook) : _own;
            }
            catch (NotebookFormatException)
            {
                return _own;
            }
        }
        set
        {
            _own = value;
            script.InvokeVoid("copy", value.Write());
        }
    }
}
