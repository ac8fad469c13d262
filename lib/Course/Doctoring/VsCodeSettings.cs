using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Doctoring;

/// <summary>The one setting of VS Code that the course's folder can't make for the student: a workspace may not hold it.</summary>
internal static class VsCodeSettings
{
    private const string Setting = "jupyter.completionTriggerCharacters", Language = "csharp";

    /// <summary>What a student does about it, in one line.</summary>
    public const string Mend = $$"""in VS Code press F1, choose "Preferences: Open User Settings (JSON)", and add  "{{Setting}}": { "{{Language}}": ["."] }""";

    private static readonly string[] _products = ["Code", "Code - Insiders", "code-server"];

    private static readonly JsonDocumentOptions _asVsCodeReads = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly string _configuration = OperatingSystem.IsMacOS()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Application Support")
        : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    /// <summary>Whether the Jupyter extension asks the kernel for completions.</summary>
    public static Finding Look() => Files().Any(HasSetting)
        ? new Finding("VS Code", Condition.Fine, "asks the kernel for completions")
        : new Finding("VS Code", Condition.Optional, "completes nothing in C# cells: its setting knows no C#", Mend);

    private static IEnumerable<string> Files() => _products
        .Select(product => Path.Combine(_configuration, product, "User", "settings.json"))
        .Where(File.Exists);

    private static bool HasSetting(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file), documentOptions: _asVsCodeReads)?[Setting]?[Language] is JsonArray { Count: > 0 };
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }
}
