using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>
/// Makes every Plotly.NET chart draw without a network. VS Code and JupyterLab draw the plotly JSON themselves; all
/// others take the html, which needs the script that <see cref="Start"/> returns, shown once a notebook.
/// </summary>
public static class OfflineCharts
{
    /// <summary>Tells the notebook's formatters how to show charts.</summary>
    /// <returns>The script to show: <c>display(OfflineCharts.Start())</c>.</returns>
    public static PlotlyScript Start()
    {
        Formatter.Register<GenericChart>(ChartJson.Write, ChartJson.MimeType);
        Formatter.Register<GenericChart>(ChartHtml.Write, HtmlFormatter.MimeType);
        Formatter.Register<GenericChart>(ChartText.Of, PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(
            typeof(GenericChart), ChartJson.MimeType, HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
        return new PlotlyScript();
    }
}
