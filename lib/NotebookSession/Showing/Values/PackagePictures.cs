using System.Reflection;
using static NotebookSession.Showing.Values.PackageMembers;

namespace NotebookSession.Showing.Values;

/// <summary>
/// Images and plots of packages that a notebook may ask for in any version: known by a type's name, drawn by the
/// package's own methods.
/// </summary>
internal static class PackagePictures
{
    private const int Width = 640, Height = 400;

    private static readonly Dictionary<string, Func<object, object?>> _drawers = new()
    {
        ["SixLabors.ImageSharp.Image"] = image => Saved(stream => CallIn(image, "SixLabors.ImageSharp.ImageExtensions", "SaveAsPng", image, stream)),
        ["SkiaSharp.SKImage"] = image => Call(Call(image, "Encode"), "ToArray"),
        ["SkiaSharp.SKBitmap"] = image => Call(Call(CallIn(image, "SkiaSharp.SKImage", "FromBitmap", image), "Encode"), "ToArray"),
        ["System.Drawing.Image"] = image => Saved(stream => Call(image, "Save", stream, Static(image, "System.Drawing.Imaging.ImageFormat", "Png"))),
        ["ScottPlot.Plot"] = plot => Call(plot, "GetSvgXml", Width, Height) ?? Call(plot, "GetImageBytes", Width, Height),
        ["OxyPlot.PlotModel"] = plot => CallIn(plot, "OxyPlot.SvgExporter", "ExportToString", plot, (double)Width, (double)Height, false, null),
    };

    /// <summary>The bytes of an image file, or SVG's text; null if it isn't one of those types, or can't be drawn here.</summary>
    public static object? Of(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (_drawers.TryGetValue(type.FullName ?? "", out var draw))
            {
                return Try(() => draw(value));
            }
        }

        return null;
    }

    // A picture that can't be drawn (a library of the system is missing) is shown as any other object.
    private static object? Try(Func<object?> draw)
    {
        try
        {
            return draw();
        }
        catch (TargetInvocationException error) when (error.InnerException is not OperationCanceledException)
        {
            return null;
        }
    }

    private static byte[] Saved(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return stream.ToArray();
    }
}
