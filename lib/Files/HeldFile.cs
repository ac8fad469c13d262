namespace Files;

/// <summary>
/// Files that another program holds for a moment. On Windows an open file can be neither replaced nor read by everyone, and
/// an antivirus or a synchronized folder opens each file that has just changed.
/// </summary>
internal static class HeldFile
{
    private const int Tries = 8, FirstPause = 15; // milliseconds, each pause twice the one before: two seconds in all
    private const int SharingViolation = unchecked((int)0x80070020), LockViolation = unchecked((int)0x80070021);

    /// <summary>Does something with a file, and tries again while another program holds it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="act">What to do.</param>
    /// <param name="isAllowed">Whether this user has the permission, so that a refusal means that it is held as well.</param>
    /// <exception cref="IOException">It is still held; the message says so.</exception>
    public static void Wait(string path, Action act, bool isAllowed = false)
    {
        for (var pause = FirstPause; ; pause *= 2)
        {
            try
            {
                act();
                return;
            }
            catch (Exception e) when (IsHeld(e, isAllowed))
            {
                if (pause >= FirstPause << (Tries - 1))
                {
                    throw new IOException(
                        $"{path}: another program holds this file (an antivirus, OneDrive or an editor); try again in a moment", e);
                }
            }

            Thread.Sleep(pause);
        }
    }

    // Windows refuses to replace an open file in the same words as one without permission.
    private static bool IsHeld(Exception e, bool isAllowed) =>
        e is IOException { HResult: SharingViolation or LockViolation }
        || (e is UnauthorizedAccessException && isAllowed && OperatingSystem.IsWindows());
}
