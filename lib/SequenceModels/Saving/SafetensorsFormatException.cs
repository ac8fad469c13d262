namespace SequenceModels.Saving;

/// <summary>A file is not a safetensors file that can be read. The message is one line: the file, the tensor, what is
/// wrong.</summary>
public sealed class SafetensorsFormatException : Exception
{
    internal SafetensorsFormatException(string file, Exception cause)
        : base($"{file} is not a sound safetensors file: {cause.Message}", cause) => File = file;

    /// <summary>The file.</summary>
    public string File { get; }
}
