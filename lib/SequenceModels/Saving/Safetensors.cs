using Files;

namespace SequenceModels.Saving;

/// <summary>Tensors in a file, by name, in the format that PyTorch's models are shared in
/// (github.com/huggingface/safetensors): a header that says what is where, then the numbers. Reading one runs no
/// code.</summary>
/// <remarks>A whole model: <see cref="Module.Save"/> and <see cref="Module.Load(string)"/>.</remarks>
public static class Safetensors
{
    /// <summary>Writes tensors as float32, ordered by name: the same tensors make the same file. A failure leaves a
    /// file that was there before as it was.</summary>
    /// <param name="path">The file, by custom ending in .safetensors.</param>
    /// <param name="tensors">The tensors by name.</param>
    /// <param name="metadata">Notes, such as what the model was trained on.</param>
    /// <exception cref="ArgumentException">A tensor has the name that the format keeps for notes.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        string path,
        IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null) =>
        AtomicFile.Write(path, Encode(tensors, metadata));

    /// <summary>Reads all tensors; F64, F16, BF16, I64 and I32 become float32.</summary>
    /// <exception cref="SafetensorsFormatException">The file is cut off, lies about its shapes, or is none of this
    /// format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string path) =>
        Decode(File.ReadAllBytes(path), path).Tensors;

    /// <summary>Reads the notes.</summary>
    /// <inheritdoc cref="Read"/>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) =>
        Decode(File.ReadAllBytes(path), path).Metadata;

    internal static byte[] Encode(
        IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.ContainsKey(SafetensorsHeader.MetadataName))
        {
            throw new ArgumentException(
                $"A tensor is called {SafetensorsHeader.MetadataName}, which is where metadata go.", nameof(tensors));
        }

        var entries = new List<StoredTensor>();
        foreach (var (name, tensor) in tensors.OrderBy(named => named.Key, StringComparer.Ordinal))
        {
            ArgumentNullException.ThrowIfNull(tensor, name);
            entries.Add(StoredTensor.Float32(name, tensor.Shape, entries.LastOrDefault()?.End ?? 0));
        }

        var header = new SafetensorsHeader(entries, metadata ?? new Dictionary<string, string>()).Encode();
        var file = new byte[header.Length + (entries.LastOrDefault()?.End ?? 0)];
        header.CopyTo(file, 0);
        entries.ForEach(entry => entry.WriteNumbers(tensors[entry.Name], file.AsSpan(header.Length)));
        return file;
    }

    internal static (IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata) Decode(
        byte[] file, string name)
    {
        try
        {
            var (header, data) = SafetensorsHeader.Decode(file);
            var tensors = header.Tensors.ToDictionary(entry => entry.Name, entry => entry.ReadNumbers(data.Span));
            return (tensors, header.Metadata);
        }
        catch (FormatException e)
        {
            throw new SafetensorsFormatException(name, e);
        }
    }
}
