using System.Text.Json.Nodes;
using NotebookKernel.Wire;
using NotebookSession.Documents;

namespace NotebookKernel.Serving;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    private static readonly string _version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    public static JsonObject Reply() => Replies.Ok(
        ("protocol_version", Message.ProtocolVersion),
        ("implementation", "csharp-course"),
        ("implementation_version", _version),
        ("language_info", LanguageInfo.CSharp()),
        ("banner", $"C# (course) {_version} on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}"),
        ("debugger", false),
        ("help_links", new JsonArray(new JsonObject
        {
            ["text"] = "C#",
            ["url"] = "https://learn.microsoft.com/dotnet/csharp/",
        })));
}
