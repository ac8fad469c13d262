using System.Runtime.InteropServices;

namespace NotebookSession.Stacks;

/// <summary>Where a thread's stack lies, as the system knows it.</summary>
internal static unsafe partial class StackBounds
{
    /// <summary>The lowest address and the size; 0, 0 where the system doesn't tell.</summary>
    public static (nuint Low, nuint Size) OfThisThread()
    {
        if (OperatingSystem.IsWindows())
        {
            GetCurrentThreadStackLimits(out var low, out var high);
            return (low, high - low);
        }

        if (OperatingSystem.IsMacOS())
        {
            var size = pthread_get_stacksize_np(pthread_self());
            return (pthread_get_stackaddr_np(pthread_self()) - size, size);
        }

        var attributes = stackalloc nuint[16];
        if (!OperatingSystem.IsLinux() || pthread_getattr_np(pthread_self(), attributes) != 0)
        {
            return default;
        }

        var known = pthread_attr_getstack(attributes, out var address, out var length) == 0;
        _ = pthread_attr_destroy(attributes);
        return known ? (address, length) : default;
    }

    [LibraryImport("kernel32")]
    private static partial void GetCurrentThreadStackLimits(out nuint low, out nuint high);

    [LibraryImport("libc")]
    private static partial nuint pthread_self();

    [LibraryImport("libc")]
    private static partial nuint pthread_get_stackaddr_np(nuint thread);

    [LibraryImport("libc")]
    private static partial nuint pthread_get_stacksize_np(nuint thread);

    [LibraryImport("libc")]
    private static partial int pthread_getattr_np(nuint thread, void* attributes);

    [LibraryImport("libc")]
    private static partial int pthread_attr_getstack(void* attributes, out nuint low, out nuint size);

    [LibraryImport("libc")]
    private static partial int pthread_attr_destroy(void* attributes);
}
