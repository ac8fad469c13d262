using NotebookKernel.Running;
using NotebookSession;

namespace Course.Doctoring;

/// <summary>What the course asks of the machine: a browser, folders it can write to, room in memory.</summary>
internal static class Machine
{
    private const long Gigabyte = 1L << 30;
    private const int KernelMegabytes = 200;

    private static readonly string[] _browsers = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? ["open", "explorer"]
        : ["xdg-open", "firefox", "chromium", "google-chrome", "microsoft-edge", "wslview"];

    public static Finding Browser() => _browsers.Select(Programs.Find).FirstOrDefault(path => path is not null) is { } opener
        ? new Finding("Browser", Condition.Fine, $"opened by {opener}")
        : new Finding("Browser", Condition.Optional, "none found: open prints an address to go to", "Open that address in a browser of yours");

    public static IEnumerable<Finding> Folders(string lessons)
    {
        yield return CanWrite(lessons, "lessons cannot be saved");
        yield return UserFolder.IsTemporary
            ? new Finding("Writing", Condition.Optional, $"your home cannot be written: unsaved work is kept in {UserFolder.Location}, while that lasts",
                OperatingSystem.IsWindows() ? "Make %LOCALAPPDATA% writable for you" : "Set HOME to a folder that you can write")
            : CanWrite(UserFolder.Location, "unsaved work cannot be kept");
    }

    public static Finding Memory()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var says = FormattableString.Invariant($"{(double)memory / Gigabyte:F1} GB, {Environment.ProcessorCount} cores; an open lesson takes about {KernelMegabytes} MB");
        return memory >= 2 * Gigabyte ? new Finding("Memory", Condition.Fine, says)
            : new Finding("Memory", Condition.Optional, says, "Open one lesson at a time");
    }

    private static Finding CanWrite(string folder, string otherwise)
    {
        try
        {
            using var file = new FileStream(Path.Combine(folder, $".{Path.GetRandomFileName()}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new Finding("Writing", Condition.Fine, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("Writing", Condition.Wrong, $"{folder}: {otherwise} ({e.Message})", $"Make {folder} writable for you");
        }
    }
}
