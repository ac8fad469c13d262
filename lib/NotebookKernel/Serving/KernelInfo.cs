using System.Text.Json.Nodes;
using NotebookKernel.Wire;
using NotebookSession.Documents;

namespace NotebookKernel.Serving;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    public static JsonObject Reply() => Replies.Ok(
        ("protocol_version", Message.ProtocolVersion),
        ("implementation", "csharp-course"),
        ("implementation_version", typeof(KernelInfo).Assembly.GetName().Version!.ToString(3)),
        ("language_info", LanguageInfo.CSharp()),
        ("banner", $"C# on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}"),
        ("debugger", false),
        ("help_links", new JsonArray(new JsonObject
        {
            ["text"] = "C#",
            ["url"] = "https://learn.microsoft.com/dotnet/csharp/",
        })));
}
