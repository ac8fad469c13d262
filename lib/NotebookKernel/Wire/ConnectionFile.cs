using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Wire;

/// <summary>What a front end writes for the kernel that it starts: where to listen, and the key of signatures.</summary>
/// <remarks>jupyter-client.readthedocs.io, "Making kernels": Connection files.</remarks>
public sealed record ConnectionFile
{
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
    /// <exception cref="ConnectionFileException">It is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            // Field by field: a serializer takes longer to get going than the kernel's sockets.
            var node = JsonNode.Parse(File.ReadAllText(path));
            var json = node as JsonObject
                ?? throw new ConnectionFileException($"{path}: {node?.GetValueKind().ToString() ?? "null"} is no connection file");
            return new ConnectionFile
            {
                Transport = Text("transport", "tcp", "tcp"),
                Ip = Text("ip", "127.0.0.1"),
                SignatureScheme = Text("signature_scheme", MessageSigner.Scheme, MessageSigner.Scheme),
                Key = Text("key", ""),
                ShellPort = Port("shell_port"),
                ControlPort = Port("control_port"),
                IopubPort = Port("iopub_port"),
                StdinPort = Port("stdin_port"),
                HbPort = Port("hb_port"),
            };

            string Text(string name, string otherwise, string? only = null)
            {
                var text = json[name]?.GetValue<string>() ?? otherwise;
                return only is null || text == only ? text
                    : throw new ConnectionFileException($"{path}: {name} is {text}, expected {only}");
            }

            int Port(string name) => json[name]?.GetValue<int>() ?? throw new ConnectionFileException($"{path} is no connection file: {name} is missing");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new ConnectionFileException($"{path} is no connection file: {e.Message}");
        }
    }

    /// <summary>The address of a port, as ZeroMQ writes it.</summary>
    public string Address(int port) => $"{Transport}://{Ip}:{port}";
}

/// <summary>A connection file is not what a kernel can use. The message is one line.</summary>
public sealed class ConnectionFileException(string message) : Exception(message);
