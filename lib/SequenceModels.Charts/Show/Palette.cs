namespace SequenceModels.Charts;

/// <summary>
/// The one home of colors. Series: Okabe and Ito's, for any color vision ("Color Universal Design", 2008).
/// Signed values: blue and orange, pale at zero: sign reads as hue, size as strength, and black reads on all of them.
/// </summary>
internal static class Palette
{
    /// <summary>Text and axes, where a renderer draws that doesn't know its place's colors (12.6 : 1 on <see cref="Paper"/>).</summary>
    public const string Ink = "#333333";

    /// <summary>What is below them there. charts.js replaces both by its place's own.</summary>
    public const string Paper = "#FFFFFF";

    /// <summary>Grid lines: there when looked for, on any background.</summary>
    public const string Grid = "rgba(128, 128, 128, 0.25)";

    /// <summary>The page shows through.</summary>
    public const string Clear = "rgba(0, 0, 0, 0)";

    /// <summary>What a picture points out beside its series: a threshold, the level of chance.</summary>
    public const string Reference = "#999999";

    // Black is left out (a dark theme hides it), and yellow comes last (a light one nearly does).
    private static readonly string[] _okabeIto =
        ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#F0E442"];

    /// <summary>From below zero over zero to above it, in plotly.js's form.</summary>
    public static object[][] Diverging { get; } =
        [[0.0, "#3B8FC4"], [0.25, "#9CC8E3"], [0.5, "#F7F7F7"], [0.75, "#F2BC94"], [1.0, "#D9702B"]];

    /// <summary>From 0, closed, to 1, open.</summary>
    public static object[][] Opening { get; } = [[0.0, "#F7F7F7"], [1.0, "#009E73"]];

    /// <summary>The color of the series with this number, counted from 0.</summary>
    public static string Series(int number) => _okabeIto[number % _okabeIto.Length];

    /// <summary>The edge of what asks or tells without judging.</summary>
    public static string Note => _okabeIto[5];
}
