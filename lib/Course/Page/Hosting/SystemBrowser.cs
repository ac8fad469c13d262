using System.ComponentModel;
using System.Diagnostics;
using NotebookKernel.Running;

namespace Course.Page.Hosting;

/// <summary>The browser that this machine opens addresses with.</summary>
internal static class SystemBrowser
{
    /// <summary>Opens a file's address, if there is a browser that can open it.</summary>
    /// <returns>Whether one was started.</returns>
    public static bool TryOpen(Uri address)
    {
        if (Opener() is not { } opener)
        {
            return false;
        }

        try
        {
            var start = OperatingSystem.IsWindows()
                ? new ProcessStartInfo(opener, ["url.dll,FileProtocolHandler", address.AbsoluteUri])
                : new ProcessStartInfo(opener, [address.AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true };
            Programs.Start(start).Dispose();
            return true;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return false;
        }
    }

    private static string? Opener() =>
        OperatingSystem.IsWindows() ? Path.Combine(Environment.SystemDirectory, "rundll32.exe")
        : OperatingSystem.IsMacOS() ? "open"
        : Set("BROWSER") is { } browser ? IsElsewhere(browser) ? null : browser
        : (Set("DISPLAY") ?? Set("WAYLAND_DISPLAY") ?? Set("WSL_DISTRO_NAME")) switch
        {
            null => null,
            _ => "xdg-open",
        };

    // VS Code's, in a container or over SSH: the browser is on the machine in front of the user, and sees no file of this one.
    private static bool IsElsewhere(string browser) => browser.EndsWith("/helpers/browser.sh", StringComparison.Ordinal);

    private static string? Set(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
