using System.Diagnostics;
using NotebookKernel.Running;

namespace Course.Doctoring;

/// <summary>The .NET SDK: one that the course's global.json accepts.</summary>
internal static class Sdk
{
    public const string Wanted = "the .NET 10 SDK: https://dotnet.microsoft.com/download";

    public static async Task<Finding> LookAsync(string course) =>
        Programs.Find("dotnet") is not { } dotnet ? Bad("no dotnet on the PATH")
        : await Programs.AskAsync(new ProcessStartInfo(dotnet, ["--version"]) { WorkingDirectory = course }).ConfigureAwait(false) is not { } version ? Bad($"{dotnet} finds no SDK of version 10")
        : new Finding(".NET SDK", Verdict.Fine, version);

    private static Finding Bad(string says) => new(".NET SDK", Verdict.Wrong, says, $"Install {Wanted}");
}
