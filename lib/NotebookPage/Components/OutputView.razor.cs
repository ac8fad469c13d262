using Microsoft.AspNetCore.Components;
using NotebookSession;

namespace NotebookPage.Components;

/// <summary>An output.</summary>
public sealed partial class OutputView
{
    private (CellOutput?, bool) _drawn;
    private bool _isNew;
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
    protected override void OnParametersSet()
    {
        (_isNew, _drawn) = (_drawn != (Output, IsTrusted), (Output, IsTrusted));
        if (_isNew)
        {
            var (html, framed) = CellHtml.Output(Host.Prerendered, Output, IsTrusted);
            (_html, Frame) = (html ?? "", framed is null ? null : Host.FrameOf(framed));
        }
    }

    /// <inheritdoc/>
    protected override bool ShouldRender() => _isNew;
}
