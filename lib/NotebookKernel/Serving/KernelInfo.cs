using System.Text.Json.Nodes;
using NotebookKernel.Wire;

namespace NotebookKernel.Serving;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    public static JsonObject Reply() => Replies.Ok(
        ("protocol_version", Message.ProtocolVersion),
        ("implementation", "csharp-course"),
        ("implementation_version", typeof(KernelInfo).Assembly.GetName().Version!.ToString(3)),
        ("language_info", new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        }),
        ("banner", $"C# on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}"),
        ("debugger", false),
        ("help_links", new JsonArray(new JsonObject
        {
            ["text"] = "C#",
            ["url"] = "https://learn.microsoft.com/dotnet/csharp/",
        })));
}
