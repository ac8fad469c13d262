using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Files;
using NotebookKernel.Running;

namespace Course.Book;

/// <summary>The program for browsers, lib/BrowserCourse: the page and the session, as files.</summary>
internal static class BrowserProgram
{
    /// <summary>Builds it, and puts it into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="stop">Stops the build.</param>
    /// <exception cref="UsageException">It can't be built.</exception>
    public static async Task WriteAsync(string folder, CancellationToken stop)
    {
        var project = CourseFolder.Clone() is { } clone ? Path.Combine(clone, "lib", "BrowserCourse")
            : throw new UsageException("a site is made in a clone of the course's repository: its program for browsers is built there");
        var built = Directory.CreateTempSubdirectory("browser-").FullName;
        try
        {
            var publish = new ProcessStartInfo(Programs.DotNet() ?? "dotnet", ["publish", project, "-c", "Release", "-o", built, "--nologo", "-v", "quiet"])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = project,
            };
            using var process = Programs.Start(publish);
            using var ended = stop.Register(() => process.Kill(entireProcessTree: true));
            var said = await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
            {
                throw new UsageException($"{project} could not be built:\n{said}");
            }

            Folders.Add(Path.Combine(built, "wwwroot"), folder);
            Pack(folder);
        }
        finally
        {
            Directory.Delete(built, recursive: true);
        }
    }

    // One file, as packed.js reads it: the length of the index, the index, the files. Their names have their contents in them, and so has its own.
    private static void Pack(string folder)
    {
        var framework = Path.Combine(folder, "_framework");
        var files = Directory.GetFiles(framework).Where(file => Path.GetExtension(file) is ".wasm" or ".dat").Order(StringComparer.Ordinal).ToList();
        var index = JsonSerializer.SerializeToUtf8Bytes(files.ToDictionary(file => Path.GetFileName(file), file => new FileInfo(file).Length));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var length = new byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)index.Length);
            gzip.Write(length);
            gzip.Write(index);
            foreach (var file in files)
            {
                using var whole = File.OpenRead(file);
                whole.CopyTo(gzip);
            }
        }

        var version = Convert.ToHexStringLower(SHA256.HashData(index))[..10];
        var name = $"runtime.{version}.z";
        packed.Position = 0;
        AtomicFile.Write(Path.Combine(framework, name), packed);
        files.ForEach(File.Delete);
        AtomicFile.WriteText(Path.Combine(folder, "site.js"), $"export const version = '{version}', pack = {{ name: '{name}', size: {packed.Length} }};\n");
    }
}
