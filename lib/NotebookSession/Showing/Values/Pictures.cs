namespace NotebookSession.Showing.Values;

/// <summary>Values that are pictures: bytes of an image file, and images and plots of popular packages.</summary>
internal static class Pictures
{
    // How the formats begin.
    private static readonly (byte[] Start, string MimeType)[] _signatures =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([(byte)'G', (byte)'I', (byte)'F', (byte)'8'], "image/gif"),
    ];

    /// <summary>The picture as a format has it, in base 64 or as SVG's own text; null if it isn't one.</summary>
    public static Verbatim? Of(object? value) => value switch
    {
        byte[] bytes => OfBytes(bytes),
        null or string => null,
        _ when Registrations.Has(value, "text/html") => null,
        _ => PackagePictures.Of(value) switch
        {
            byte[] bytes => OfBytes(bytes),
            string svg => new Verbatim(svg, "image/svg+xml"),
            _ => null,
        },
    };

    private static Verbatim? OfBytes(byte[] bytes) =>
        Array.Find(_signatures, known => bytes.AsSpan().StartsWith(known.Start)) is { MimeType: { } mimeType }
            ? new Verbatim(Convert.ToBase64String(bytes), mimeType)
            : null;
}
