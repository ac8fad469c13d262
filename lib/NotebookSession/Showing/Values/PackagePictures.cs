using System.Reflection;

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

    /// <summary>The bytes of an image file, or SVG's text; null if it is none of those types, or can't be drawn here.</summary>
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

    private static object? Call(object? target, string method, params object?[] arguments) =>
        target is null ? null : Invoke(target.GetType(), target, method, arguments);

    private static object? CallIn(object value, string type, string method, params object?[] arguments) =>
        TypeBeside(value, type) is { } found ? Invoke(found, null, method, arguments) : null;

    private static object? Static(object value, string type, string property) =>
        TypeBeside(value, type)?.GetProperty(property, BindingFlags.Public | BindingFlags.Static)?.GetValue(null);

    private static object? Invoke(Type type, object? target, string name, object?[] arguments) => type
        .GetMethods(BindingFlags.Public | (target is null ? BindingFlags.Static : BindingFlags.Instance))
        .FirstOrDefault(method => method.Name == name && Takes(method.GetParameters(), arguments))
        ?.Invoke(target, arguments);

    private static bool Takes(ParameterInfo[] parameters, object?[] arguments) =>
        parameters.Length == arguments.Length
        && parameters.Zip(arguments).All(pair => pair.Second is null
            ? !pair.First.ParameterType.IsValueType
            : pair.First.ParameterType.IsInstanceOfType(pair.Second));

    // In the value's own assembly, or that of a base class: an Image<Rgba32> is made of two packages' types.
    private static Type? TypeBeside(object value, string name)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.Assembly.GetType(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
