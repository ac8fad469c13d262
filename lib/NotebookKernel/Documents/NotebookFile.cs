using System.Text;

namespace NotebookKernel.Documents;

/// <summary>Notebooks as files of UTF-8 text: read strictly, replaced atomically.</summary>
public static class NotebookFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's characters, a byte order mark included.</summary>
    /// <exception cref="NotebookFormatException">It is a folder, or not UTF-8.</exception>
    /// <exception cref="IOException">It cannot be read, or is not there (<see cref="FileNotFoundException"/>).</exception>
    public static string ReadText(string path)
    {
        if (Directory.Exists(path))
        {
            throw new NotebookFormatException(path, "a folder, expected a notebook");
        }

        try
        {
            return Utf8.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException e)
        {
            throw new NotebookFormatException(path, $"not UTF-8 at byte {e.Index + 1}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException($"{path}: no such file", path, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"{path}: no permission to read it", e);
        }
    }

    /// <summary>Writes beside the file, then moves into its place: a reader, or a power cut, sees the old or the new.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteText(string path, string text)
    {
        var target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } link
            ? link.FullName
            : Path.GetFullPath(path);
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            RequireWritable(target);
            File.WriteAllText(temporary, text, Utf8);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"{path}: no permission to write it", e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // A move replaces even a write-protected file; whoever protected it meant it.
    private static void RequireWritable(string target)
    {
        if (File.Exists(target))
        {
            using var _ = new FileStream(target, FileMode.Open, FileAccess.Write);
        }
    }
}
