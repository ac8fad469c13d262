using System.Globalization;
using System.Text.Json.Nodes;

namespace NotebookKernel.Wire;

/// <summary>A message of the Jupyter protocol.</summary>
/// <param name="Identities">Who sent it, or who is to receive it: what ZeroMQ routes by. On iopub, the topic.</param>
/// <param name="Header">What it is: msg_id, msg_type, session, username, date, version.</param>
/// <param name="ParentHeader">The header of the request that it belongs to; empty if none.</param>
/// <param name="Metadata">Notes.</param>
/// <param name="Content">What it says; depends on the type.</param>
public sealed record Message(
    IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject ParentHeader, JsonObject Metadata, JsonObject Content)
{
    /// <summary>The version of the protocol that this kernel speaks.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>"execute_request", say.</summary>
    public string Type => (string?)Header["msg_type"] ?? "";

    /// <summary>Binary data that belong to it.</summary>
    public IReadOnlyList<byte[]> Buffers { get; init; } = [];

    /// <summary>A message of this kernel.</summary>
    public static Message Create(
        string type, JsonObject content, string session, Message? parent = null, IReadOnlyList<byte[]>? identities = null) => new(
        identities ?? [],
        new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["msg_type"] = type,
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["version"] = ProtocolVersion,
        },
        parent is null ? [] : (JsonObject)parent.Header.DeepClone(),
        [],
        content);

    /// <summary>The answer to this request, to who sent it.</summary>
    public Message Reply(JsonObject content, string session) =>
        Create(Type.Replace("_request", "_reply", StringComparison.Ordinal), content, session, this, Identities);
}
