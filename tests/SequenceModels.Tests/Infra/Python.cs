using System.Diagnostics;

namespace SequenceModels.Tests.Infra;

/// <summary>Debian's PyTorch, which results are compared with.</summary>
internal static class Python
{
    private const string Path = "/usr/bin/python3";

    /// <summary>Skips the test where there is no PyTorch, except in the build that must have it.</summary>
    public static void Require()
    {
        var present = File.Exists(Path) && Run("-c", "import torch").Status == 0;
        Assert.SkipUnless(
            present || Environment.GetEnvironmentVariable("CI") == "true", "Debian's python3-torch is not installed.");
        Assert.True(present, "python3-torch is missing: apt-get install python3-torch");
    }

    /// <summary>Runs one of the scripts in golden/.</summary>
    public static void Script(string name, params string[] arguments)
    {
        var (status, errors) = Run([Golden.PathOf(name), .. arguments]);
        Assert.True(status == 0, errors);
    }

    private static (int Status, string Errors) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
