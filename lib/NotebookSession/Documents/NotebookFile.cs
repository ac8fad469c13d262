using System.Text;
using Files;

namespace NotebookSession.Documents;

/// <summary>Notebooks as files of UTF-8 text: read strictly, replaced atomically.</summary>
public static class NotebookFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's characters, a byte order mark included.</summary>
    /// <exception cref="NotebookFormatException">It is a folder, or not UTF-8.</exception>
    /// <exception cref="IOException">It is no plain file, cannot be read, or is not there (<see cref="FileNotFoundException"/>).</exception>
    public static string ReadText(string path)
    {
        if (Directory.Exists(path))
        {
            throw new NotebookFormatException(path, "a folder, expected a notebook");
        }

        try
        {
            byte[] bytes = [];
            HeldFile.Wait(path, () => bytes = PlainFile.Read(path));
            return bytes is [0xff, 0xfe, ..] ? Encoding.Unicode.GetString(bytes)
                : bytes is [0xfe, 0xff, ..] ? Encoding.BigEndianUnicode.GetString(bytes)
                : _utf8.GetString(bytes);
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

    /// <summary>Writes a notebook that was opened: wholly or not at all, and through a link to the file it leads to.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteText(string path, string text) => AtomicFile.WriteText(
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName, text);
}
