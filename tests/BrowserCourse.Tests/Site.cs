using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(BrowserCourse.Tests.Site))]

namespace BrowserCourse.Tests;

/// <summary>The site of this course, which a server without any knowledge of it serves under a sub-path.</summary>
public sealed class Site : IAsyncLifetime
{
    private const string Place = "/some/course", Live = "live";

    private readonly string _folder = Directory.CreateTempSubdirectory("site-").FullName;
    private readonly WebApplication _server;

    public Site()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
    }

    /// <summary>Where the repository is.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The one that the tests share.</summary>
    public static Site Shared { get; private set; } = null!;

    /// <summary>The book's address, with a slash at the end.</summary>
    public string Book { get; private set; } = "";

    /// <summary>The live page's.</summary>
    public string Address => $"{Book}{Live}/";

    /// <summary>What lessons read: path in the worker → address.</summary>
    public IReadOnlyDictionary<string, string> CourseFiles => Directory.GetFiles(Path.Combine(_folder, Live, "data"))
        .Append(Path.Combine(_folder, Live, "notebooks", "setup.csx"))
        .Select(file => Path.GetRelativePath(Path.Combine(_folder, Live), file))
        .ToDictionary(file => $"/course/{file}", file => Address + file);

    public async ValueTask InitializeAsync()
    {
        await MakeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, Live, "blank.html"), "<!doctype html><title>blank</title>");
        _server.UseFileServer(new FileServerOptions
        {
            RequestPath = Place,
            FileProvider = new PhysicalFileProvider(_folder),
            StaticFileOptions = { ServeUnknownFileTypes = true },
        });
        await _server.StartAsync();
        Book = $"{_server.Urls.Single()}{Place}/";
        Shared = this;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task MakeAsync()
    {
        var program = Path.Combine(Root, "lib", "Course", "bin", "Release", "net10.0", "Course.dll");
        using var make = Process.Start(new ProcessStartInfo("dotnet", [program, "site", "--out", _folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (make.StandardOutput.ReadToEndAsync(), make.StandardError.ReadToEndAsync());
        await make.WaitForExitAsync();
        Assert.True(make.ExitCode == 0, await said + await wrong);
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "NotebookCourse.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("NotebookCourse.sln is in no folder above the tests."));
}
