using System.Runtime.CompilerServices;
using NotebookSession;

namespace NotebookPage.Rendering;

/// <summary>
/// Trusted html that is more than the page may hold (scripts, styles, forms) gets a frame of its own, whose origin is
/// nobody's: it can draw what it likes, and reach neither the page around it nor what serves it.
/// </summary>
public static class FramedHtml
{
    /// <summary>What such a frame may do.</summary>
    public const string Policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";

    // The frame says how high it is.
    private const string Measure = "<script>new ResizeObserver(() => parent.postMessage({ height: document.documentElement.offsetHeight }, '*'))"
        + ".observe(document.documentElement)</script>";

    private static readonly string _style = Assets.Read("notebook.css");
    private static readonly ConditionalWeakTable<CellOutput, Tuple<string?>> _unsafe = [];

    /// <summary>The html of an output that needs a frame; null if it needs none. Looked at once.</summary>
    public static string? Of(CellOutput output) =>
        _unsafe.GetValue(output, static output => Tuple.Create(OutputHtml.Unsafe(output))).Item1;

    /// <summary>The frame's document.</summary>
    public static string Document(string html) => "<!doctype html><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">"
        + $"<style>{_style} body {{ margin: 0; }}</style><body><div class=\"output html\">{html}</div>{Measure}";
}
