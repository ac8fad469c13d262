using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Files;
using NotebookKernel.Running;
using NotebookSession;
using NotebookSession.Packages;

namespace NotebookKernel.Packages;

/// <summary>
/// Restores a set of packages with the SDK's own NuGet, in a folder named for the set: the second time, and without a
/// network, the answer is already there.
/// </summary>
public sealed class NuGetRestore : IPackageRestore
{
    // The portable identifier: packages know linux-x64, not the names of distributions.
    private static readonly string _runtimeIdentifier =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToUpperInvariant() switch
        {
            "X64" => "x64",
            "ARM64" => "arm64",
            "X86" => "x86",
            _ => "arm",
        };

    /// <summary>Where those folders are. Default: the user's local application data.</summary>
    public string Cache { get; init; } = Path.Combine(UserFolder.Location, "packages");

    /// <summary>The folder whose nuget.config counts, as do those above it, besides the user's own. Default: the root of the
    /// system's drive, where nobody but its administrator writes, for a file that lies near a notebook must not say where
    /// packages come from.</summary>
    public string Settings { get; init; } = OperatingSystem.IsWindows() ? Path.GetPathRoot(Environment.SystemDirectory)! : "/";

    /// <inheritdoc/>
    public async Task<RestoredFiles> RestoreAsync(
        IEnumerable<PackageReference> packages, IEnumerable<string> sources, CancellationToken stop)
    {
        var project = ProjectOf(packages, sources);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16];
        var folder = Path.Combine(Cache, key);
        if (AssetsFile.Read(AssetsIn(folder), _runtimeIdentifier) is { } known)
        {
            return known;
        }

        // Beside the final folder, then moved: two notebooks may restore the same set at once.
        var fresh = Path.Combine(Cache, $"{key}.{Path.GetRandomFileName()}");
        Directory.CreateDirectory(fresh);
        try
        {
            AtomicFile.WriteText(Path.Combine(fresh, "packages.csproj"), project);
            AtomicFile.WriteText(Path.Combine(fresh, "global.json"), "{}"); // none above this folder counts
            await RunAsync(fresh, stop).ConfigureAwait(false);
            var files = AssetsFile.Read(AssetsIn(fresh), _runtimeIdentifier)
                ?? throw new InvalidOperationException("NuGet restored the packages, but their files are not there.");
            Keep(fresh, folder);
            return files;
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private static string AssetsIn(string folder) => Path.Combine(folder, "obj", "project.assets.json");

    private static void Keep(string fresh, string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(fresh, folder);
        }
        catch (IOException)
        {
            // Another notebook was first: its files are the same.
        }
    }

    private string ProjectOf(IEnumerable<PackageReference> packages, IEnumerable<string> sources) =>
        $"""
        <Project>
          <PropertyGroup>
            <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
            <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
            <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
          </PropertyGroup>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <RuntimeIdentifier>{_runtimeIdentifier}</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <UseAppHost>false</UseAppHost>
            <NuGetAudit>false</NuGetAudit>
            <RestoreRootConfigDirectory>{Verbatim(Settings)}</RestoreRootConfigDirectory>
            <RestoreAdditionalProjectSources>{string.Join(';', sources.Select(Verbatim))}</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', packages.OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
            .Select(package => $"    <PackageReference Include=\"{Verbatim(package.Name)}\" Version=\"{Verbatim(package.Version)}\" />"))}
          </ItemGroup>
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
        </Project>

        """;

    // MSBuild reads % $ @ ; as its own language, within XML.
    private static string Verbatim(string text) => SecurityElement.Escape(
        string.Concat(text.Select(letter => letter is '%' or '$' or '@' or ';' ? $"%{(int)letter:X2}" : letter.ToString())))!;

    private static async Task RunAsync(string folder, CancellationToken stop)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Programs.DotNet() ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, ["restore", "-noAutoResponse", "--nologo", "--verbosity", "quiet", "-p:NuGetInteractive=false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(RestoreErrors.Explain(
                await output.ConfigureAwait(false) + await errors.ConfigureAwait(false)));
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Programs.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException("Packages are fetched by the .NET SDK, and there is none on this machine. Install it from https://dotnet.microsoft.com/download; without packages, cells run as before.");
        }
    }
}
