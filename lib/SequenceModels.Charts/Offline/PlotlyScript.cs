using System.IO.Compression;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>
/// plotly.js as Plotly.NET carries it, and charts.js, which draws with it, in the form a page can take: one script element, nothing fetched. It is packed
/// (1.5 instead of 3.6 MB), because a Jupyter server drops a message of more than 3 MB.
/// </summary>
[TypeFormatterSource(typeof(HtmlValueFormatters<PlotlyScript>), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class PlotlyScript : IHtmlValue
{
    private const string Resource = "Plotly.NET.plotly-" + Globals.PLOTLYJS_VERSION + ".min.js";

    // Shown, never stored: it tells whoever writes a notebook to leave this html out, or every file grows by 1.5 MB.
    private const string Transient = "<!--transient-->";

    private static readonly Lazy<string> _packed = new(() => Script.Call("load.js", $"\"{Pack()}\""));

    /// <summary>The script element: once a page, before or after the charts.</summary>
    public static string Element => _packed.Value;

    /// <summary>plotly.js itself, unpacked: 3.6 MB that a page can have beside it.</summary>
    public static Stream Open()
    {
        using var source = Source();
        var script = new MemoryStream();
        script.Write("(function (define, module, exports) {\n"u8); // a loader of modules on the page would have it wait to be asked for by name
        source.CopyTo(script);
        script.Write("\n}).call(window);\n"u8);
        script.Position = 0;
        return script;
    }

    /// <inheritdoc />
    public string ToHtml() => $"{Transient}{Element}<p>{this}</p>";

    /// <inheritdoc />
    public override string ToString() => "The charts are ready; they need no network.";

    private static Stream Source() => typeof(GenericChart).Assembly.GetManifestResourceStream(Resource)!;

    private static string Pack()
    {
        using var source = Source();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            source.CopyTo(gzip);
            gzip.Write(Encoding.UTF8.GetBytes("\n" + Script.Read("charts.js")));
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
