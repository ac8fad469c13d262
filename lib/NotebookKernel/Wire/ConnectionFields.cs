using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Wire;

/// <summary>The fields of a connection file, each of the type that it must have.</summary>
internal sealed class ConnectionFields(string path, JsonObject json)
{
    private readonly Dictionary<int, string> _ports = [];

    /// <summary>A text, or <paramref name="otherwise"/> if the field is missing.</summary>
    public string Text(string name, string otherwise) => json[name] is not { } node ? otherwise
        : node is JsonValue value && Try(value, out string? text) ? text!
        : throw Wrong(name, "expected a text");

    /// <summary>A text that can only be one; a file without the field means it.</summary>
    public string Only(string name, string value, string why = "") =>
        Text(name, value) == value ? value : throw Wrong(name, $"expected \"{value}\"{why}");

    /// <summary>A port that no other field has.</summary>
    public int Port(string name)
    {
        if (json[name] is not JsonValue value || !Try(value, out int port) || port is < 1 or > 65_535)
        {
            throw Wrong(name, "expected a port, a number from 1 to 65535");
        }

        return _ports.TryAdd(port, name) ? port : throw Wrong(name, $"the same as {_ports[port]}");
    }

    private static bool Try<T>(JsonValue value, out T? result)
    {
        try
        {
            return value.TryGetValue(out result);
        }
        catch (InvalidOperationException) // half a character
        {
            result = default;
            return false;
        }
    }

    private ConnectionFileException Wrong(string name, string expected)
    {
        var shown = json[name] switch
        {
            null => "missing",
            JsonValue value when value.GetValueKind() is JsonValueKind.String && !Try(value, out string? _) => "half a character",
            var node => node.ToJsonString(),
        };
        return new($"{path}: {name} is {(shown.Length > 60 ? $"{shown[..60]}…" : shown)}, {expected}");
    }
}
