using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Wire;

/// <summary>What a front end writes for the kernel that it starts: where to listen, and the key of signatures.</summary>
/// <remarks>jupyter-client.readthedocs.io, "Making kernels": Connection files.</remarks>
public sealed record ConnectionFile
{
    private const int Longest = 1 << 16; // bytes; front ends write about 300

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>"tcp"; this kernel serves no other.</summary>
    public string Transport { get; init; } = "tcp";

    /// <summary>The address to listen at.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>"hmac-sha256"; there is no other in use.</summary>
    public string SignatureScheme { get; init; } = MessageSigner.Scheme;

    /// <summary>The key of signatures; empty means that nothing is signed.</summary>
    public string Key { get; init; } = "";

    /// <summary>Where requests come in.</summary>
    public required int ShellPort { get; init; }

    /// <summary>Where requests come in that a running cell may not delay.</summary>
    public required int ControlPort { get; init; }

    /// <summary>Where outputs go out to all front ends.</summary>
    public required int IopubPort { get; init; }

    /// <summary>Where the kernel asks the user for input.</summary>
    public required int StdinPort { get; init; }

    /// <summary>Where front ends hear whether the kernel lives.</summary>
    public required int HbPort { get; init; }

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="ConnectionFileException">The file is not a connection file, or cannot be read.</exception>
    public static ConnectionFile Read(string path)
    {
        // Field by field: a serializer takes longer to get going than the kernel's sockets.
        var fields = new ConnectionFields(path, Parse(path, Bytes(path)));
        return new ConnectionFile
        {
            Transport = fields.Only("transport", "tcp", "; NetMQ, which carries this kernel's messages, has no other: "
                + "set the front end's transport to tcp (ConnectionFileMixin.transport)"),
            Ip = fields.Text("ip", "127.0.0.1"),
            SignatureScheme = fields.Only("signature_scheme", MessageSigner.Scheme),
            Key = fields.Text("key", ""),
            ShellPort = fields.Port("shell_port"),
            ControlPort = fields.Port("control_port"),
            IopubPort = fields.Port("iopub_port"),
            StdinPort = fields.Port("stdin_port"),
            HbPort = fields.Port("hb_port"),
        };
    }

    /// <summary>The address of a port, as ZeroMQ writes it.</summary>
    public string Address(int port) => $"{Transport}://{Ip}:{port}";

    private static JsonObject Parse(string path, byte[] bytes)
    {
        try
        {
            var node = JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            return node as JsonObject
                ?? throw new ConnectionFileException($"{path}: {node?.GetValueKind().ToString() ?? "null"} is no connection file");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for a name with half a character
        {
            throw new ConnectionFileException($"{path} is no connection file: {e.Message}");
        }
    }

    // In a time that ends, and no more than such a file may hold: a name may be a pipe that nobody writes to, or a device.
    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ConnectionFileException($"{path}: a folder, expected a connection file");
        }

        try
        {
            var reading = Task.Run(() =>
            {
                using var file = File.OpenRead(path);
                var bytes = new byte[Longest + 1];
                return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
            });
            return !reading.Wait(_patience) ? throw new ConnectionFileException($"{path}: nothing comes from it; is it a pipe?")
                : reading.Result is { Length: <= Longest } bytes ? bytes
                : throw new ConnectionFileException($"{path} is no connection file: longer than {Longest} bytes");
        }
        catch (AggregateException e) when (e.InnerException is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConnectionFileException($"{path}: {(e.InnerException is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e.InnerException.Message)}");
        }
    }
}

/// <summary>A connection file is not what a kernel can use. The message is one line.</summary>
public sealed class ConnectionFileException(string message) : Exception(message);
