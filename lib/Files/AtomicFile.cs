using System.Text;

namespace Files;

/// <summary>
/// The course's one way to write a file. It is replaced as a whole: a reader, or a power cut, sees the old one or the new
/// one. The bytes are written beside it, under a name that nobody can foretell, and moved into its place.
/// </summary>
internal static class AtomicFile
{
    private const string Prefix = ".unfinished-";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan _abandoned = TimeSpan.FromHours(1);

    /// <summary>Writes a file. One that was there keeps its mode and its owner; a link in its place is replaced, not followed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">What it holds from now on.</param>
    /// <param name="isPrivate">Whether only this user may read it.</param>
    /// <exception cref="IOException">It cannot be written; the message says why.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool isPrivate = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var target = Path.GetFullPath(path);
        try
        {
            if (FileStatus.Of(target) is { IsRegular: false } && !Directory.Exists(target))
            {
                using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
                device.Write(bytes);
                return;
            }

            Replace(target, bytes, isPrivate);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new DirectoryNotFoundException($"{path}: the folder that it belongs into is not there", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"{path}: no permission to write it", e);
        }
    }

    /// <summary>Writes a file of UTF-8 text.</summary>
    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte}, bool)"/>
    public static void WriteText(string path, string text, bool isPrivate = false) =>
        Write(path, Encoding.UTF8.GetBytes(text), isPrivate);

    /// <summary>Writes what a stream holds.</summary>
    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte}, bool)"/>
    public static void Write(string path, Stream content)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        Write(path, bytes.ToArray());
    }

    private static void Replace(string target, ReadOnlySpan<byte> bytes, bool isPrivate)
    {
        var before = new FileInfo(target);
        var keeps = !isPrivate && before is { Exists: true, LinkTarget: null };
        var mode = isPrivate ? OwnerOnly : keeps && !OperatingSystem.IsWindows() ? before.UnixFileMode : (UnixFileMode?)null;
        if (keeps)
        {
            RequireWritable(target);
        }

        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, Prefix + Path.GetRandomFileName());
        try
        {
            using (var stream = Create(temporary, mode))
            {
                stream.Write(bytes);
                if (keeps && mode is { } kept && !OperatingSystem.IsWindows())
                {
                    FileStatus.Of(target)?.GiveTo(stream.SafeFileHandle);
                    File.SetUnixFileMode(stream.SafeFileHandle, kept); // after the owner, which takes bits away
                }

                stream.Flush(flushToDisk: true);
            }

            HeldFile.Wait(target, () => File.Move(temporary, target, overwrite: true), isAllowed: true);
            RemoveAbandoned(folder, File.GetLastWriteTimeUtc(target));
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static FileStream Create(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return new FileStream(path, options);
    }

    // A move replaces even a write-protected file; whoever protected it meant it.
    private static void RequireWritable(string file) => HeldFile.Wait(file, () =>
    {
        using var _ = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    });

    // What programs left that were killed while they wrote.
    private static void RemoveAbandoned(string folder, DateTime now)
    {
        try
        {
            foreach (var left in Directory.EnumerateFiles(folder, Prefix + "*").Where(left => now - File.GetLastWriteTimeUtc(left) > _abandoned))
            {
                File.Delete(left);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's; this file is written all the same.
        }
    }
}
