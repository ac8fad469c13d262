using NotebookKernel.Running;

namespace Course.Doctoring;

/// <summary>VS Code, its Jupyter extension, which talks to the kernel, and the C# extension.</summary>
internal static class VsCode
{
    // On this machine, in a container, and in a codespace.
    private static readonly string[] _folders = [".vscode", ".vscode-server", ".vscode-remote", ".vscode-insiders"];

    public static IEnumerable<Finding> Look()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var extensions = _folders.Select(folder => Path.Combine(home, folder, "extensions"))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Select(folder => Path.GetFileName(folder))
            .ToList();
        if (Programs.Find("code") is null && extensions.Count == 0)
        {
            yield return new Finding("VS Code", Condition.Optional, "not on the PATH (the course's page does without)", "Install it from https://code.visualstudio.com");
            yield break;
        }

        yield return Extension(extensions, "ms-toolsai.jupyter", "Jupyter extension", "lessons do not open as notebooks");
        if (Version(extensions, "ms-toolsai.jupyter") is not null)
        {
            yield return VsCodeSettings.Look();
        }

        yield return Extension(extensions, "ms-dotnettools.csharp", "C# extension", "only the libraries' own files want it");
        if (Version(extensions, "ms-dotnettools.dotnet-interactive-vscode") is not null)
        {
            yield return new Finding("VS Code", Condition.Optional, "has Polyglot Notebooks, which has ended and offers kernels that no longer work",
                "code --uninstall-extension ms-dotnettools.dotnet-interactive-vscode");
        }
    }

    private static Finding Extension(List<string> installed, string id, string name, string without) =>
        Version(installed, id) is { } version ? new Finding("VS Code", Condition.Fine, $"{name} {version}")
        : new Finding("VS Code", Condition.Optional, $"no {name}: {without}", $"code --install-extension {id}");

    // Folders are called publisher.name-version, with the platform after the version.
    private static string? Version(List<string> installed, string id) => installed
        .FirstOrDefault(folder => folder.StartsWith(id + "-", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(folder[id.Length + 1]))?
        [(id.Length + 1)..];
}
