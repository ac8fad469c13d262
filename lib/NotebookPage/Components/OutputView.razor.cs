using Microsoft.AspNetCore.Components;
using NotebookPage.Rendering;
using NotebookSession;

namespace NotebookPage.Components;

/// <summary>An output.</summary>
public sealed partial class OutputView
{
    private (CellOutput?, bool) _drawn;
    private string _html = "";

    /// <summary>The output.</summary>
    [Parameter, EditorRequired]
    public CellOutput Output { get; set; } = null!;

    /// <summary>Whether its html may be anything, in a frame.</summary>
    [Parameter]
    public bool IsTrusted { get; set; }

    [Inject]
    private IPageHost Host { get; set; } = null!;

    private string? Frame { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var changed = !ReferenceEquals(_drawn.Item1, Output) || _drawn.Item2 != IsTrusted;
        _drawn = (Output, IsTrusted);
        return changed;
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_drawn.Item1, Output) || _drawn.Item2 != IsTrusted)
        {
            Frame = IsTrusted && FramedHtml.Of(Output) is { } html ? Host.FrameOf(html) : null;
            _html = Frame is null ? OutputHtml.Render(Output) : "";
        }
    }
}
