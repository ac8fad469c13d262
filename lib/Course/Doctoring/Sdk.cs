using System.Diagnostics;
using Course.Running;
using NotebookKernel.Running;

namespace Course.Doctoring;

/// <summary>The .NET SDK: one that the course's global.json accepts.</summary>
internal static class Sdk
{
    public const string Wanted = "the .NET 10 SDK: https://dotnet.microsoft.com/download";

    public static async Task<Finding> LookAsync(string course) =>
        Programs.Find("dotnet") is not { } dotnet ? Bad("no dotnet on the PATH")
        : await AskAsync(dotnet, course, "--version").ConfigureAwait(false) is not { } version ? Bad(await OthersAsync(dotnet, course).ConfigureAwait(false))
        : new Finding(".NET SDK", Condition.Fine, version);

    // "8.0.404 [/usr/share/dotnet/sdk]", a line each.
    private static async Task<string> OthersAsync(string dotnet, string course) =>
        await AskAsync(dotnet, course, "--list-sdks").ConfigureAwait(false) is { Length: > 0 } installed
            ? $"{dotnet} has {string.Join(", ", installed.Split('\n').Select(line => line.Split(' ')[0]))}, and none of version 10"
            : $"{dotnet} finds no SDK of version 10";

    private static Task<string?> AskAsync(string dotnet, string course, string question) =>
        Programs.AskAsync(new ProcessStartInfo(dotnet, [question]) { WorkingDirectory = course });

    private static Finding Bad(string says) => OwnProgram.CarriesDotNet
        ? new(".NET SDK", Condition.Optional, $"{says}; only cells that load packages (#r \"nuget: …\") want it", $"Install {Wanted}")
        : new(".NET SDK", Condition.Wrong, says, $"Install {Wanted}");
}
