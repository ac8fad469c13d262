using System.Text.Json.Nodes;
using Course.Page.Hosting;
using Course.Rendering;
using Microsoft.AspNetCore.Components;

namespace Course.Page;

/// <summary>An output.</summary>
public sealed partial class OutputView
{
    private (JsonObject?, bool) _drawn;
    private string _html = "";

    /// <summary>The output, as nbformat has it.</summary>
    [Parameter, EditorRequired]
    public JsonObject Output { get; set; } = null!;

    /// <summary>Whether its html may be anything, in a frame.</summary>
    [Parameter]
    public bool IsTrusted { get; set; }

    [Inject]
    private Frames Frames { get; set; } = null!;

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
            Frame = IsTrusted && Frames.Html(Output) is { } html ? Frames.Add(html) : null;
            _html = Frame is null ? OutputHtml.Render(Output) : "";
        }
    }
}
