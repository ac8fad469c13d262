using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(BrowserCourse.Tests.Site))]

namespace BrowserCourse.Tests;

/// <summary>The program as files, which a server without any knowledge of it serves under a sub-path; the course's files beside it.</summary>
public sealed class Site : IAsyncLifetime
{
    private const string Place = "/some/course";

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

    /// <summary>The folder of files.</summary>
    public string Files => Path.Combine(_folder, "wwwroot");

    /// <summary>Its address, with a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What lessons read: path in the worker → address.</summary>
    public IReadOnlyDictionary<string, string> CourseFiles => Directory.GetFiles(Path.Combine(Root, "data"))
        .Append(Path.Combine(Root, "notebooks", "setup.csx"))
        .Select(file => Path.GetRelativePath(Root, file))
        .ToDictionary(file => $"/course/{file}", file => $"{Address}files/{file}");

    public async ValueTask InitializeAsync()
    {
        await PublishAsync();
        await File.WriteAllTextAsync(Path.Combine(Files, "blank.html"), "<!doctype html><title>blank</title>");
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".tsv"] = types.Mappings[".safetensors"] = types.Mappings[".csx"] = types.Mappings[".dat"] = "application/octet-stream";
        Serve("", Files, types);
        Serve("/files/data", Path.Combine(Root, "data"), types);
        Serve("/files/notebooks", Path.Combine(Root, "notebooks"), types);
        await _server.StartAsync();
        Address = $"{_server.Urls.Single()}{Place}/";
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Serve(string path, string folder, IContentTypeProvider types) => _server.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = new PathString(Place + path),
        FileProvider = new PhysicalFileProvider(folder),
        ContentTypeProvider = types,
    });

    private async Task PublishAsync()
    {
        string[] arguments = ["publish", Path.Combine(Root, "lib", "BrowserCourse"), "-c", "Release", "--no-build", "-o", _folder, "-v", "quiet"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "NotebookCourse.sln"))
        ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("NotebookCourse.sln is in no folder above the tests."));
}
