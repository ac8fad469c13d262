using System.Text;
using System.Text.Json.Nodes;
using NotebookKernel.Serving;
using NotebookKernel.Wire;

namespace NotebookKernel.Tests.Serving;

/// <summary>What no front end sends: the same from the same seed, without an end.</summary>
internal static class HostileMessages
{
    private static readonly string[] _requests =
        ["execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_open", "input_reply"];

    private static readonly string[] _fields =
        ["code", "cursor_pos", "silent", "user_expressions", "hist_access_type", "pattern", "n", "value", "comm_id", "store_history"];

    public static IEnumerable<(SocketName To, IReadOnlyList<byte[]> Frames)> From(int seed, string key)
    {
        var random = new Random(seed);
        var signer = new MessageSigner(key);
        var replayed = MessageFrames.Encode(FrontEnd.Request("kernel_info_request"), signer);
        while (true)
        {
            var to = (SocketName)random.Next(3);
            var type = Pick(random, _requests);
            IReadOnlyList<byte[]> fine = MessageFrames.Encode(FrontEnd.Request(type, new JsonObject { ["code"] = "1" }), signer);
            yield return (to, random.Next(11) switch
            {
                0 => MessageFrames.Encode(FrontEnd.Request(type), new MessageSigner("another key")),
                1 => [.. fine.Take(random.Next(1, fine.Count))],
                2 => Signed(signer, Header(type), "{}", "{}", $$"""{"code":"{{new string('/', random.Next(100_000, 200_000))}}"}"""),
                3 => MessageFrames.Encode(FrontEnd.Request(type, WrongTypes(random)), signer),
                4 => MessageFrames.Encode(FrontEnd.Request($"no_{type}"), signer),
                5 => replayed,
                6 => Signed(signer, Header(type), "{}", "{}", "{\"code\":\"\u00ff\"}", Encoding.Latin1),
                7 => Signed(signer, Header(type), "{}", "{}", "{\"code\":" + new string('[', random.Next(50, 20_000)) + "1"),
                8 => [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Bytes(random, random.Next(0, 200)))],
                9 => Signed(signer, Pick(random, ["[]", "1", "null", "", "{}", "{\"msg_type\":1}", "{\"msg_type\":\"a\",\"msg_type\":\"b\",\"msg_id\":\"c\"}"]), "{}", "{}", "{}"),
                _ => Signed(signer, Header(type), Pick(random, ["[]", "x"]), "{}", Pick(random, ["[]", "1", "{"])),
            });
        }
    }

    private static string Header(string type) => FrontEnd.Request(type).Header.ToJsonString();

    private static JsonObject WrongTypes(Random random) => new(_fields.Select(field => KeyValuePair.Create(field, random.Next(6) switch
    {
        0 => (JsonNode?)random.Next(),
        1 => "*[",
        2 => new JsonArray(1, "a"),
        3 => new JsonObject { ["x"] = 1e300 },
        4 => null,
        _ => -1,
    })));

    private static IReadOnlyList<byte[]> Signed(
        MessageSigner signer, string header, string parent, string metadata, string content, Encoding? encoding = null)
    {
        byte[][] parts = [.. new[] { header, parent, metadata, content }.Select((encoding ?? Encoding.UTF8).GetBytes)];
        return ["<IDS|MSG>"u8.ToArray(), signer.Sign(parts), .. parts];
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
