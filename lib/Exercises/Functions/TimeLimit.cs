namespace Exercises.Functions;

/// <summary>Waits for a student's code no longer than it is worth. What doesn't end goes on with the lowest priority: no
/// thread can be ended from outside. A browser has no threads: there the student stops the cell.</summary>
internal static class TimeLimit
{
    public static T? Run<T>(Func<T> code, TimeSpan limit)
        where T : struct
    {
        if (OperatingSystem.IsBrowser())
        {
            return code();
        }

        T? result = null;
        var thread = new Thread(() => result = code(), maxStackSize: 16 << 20)
        {
            IsBackground = true,
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        if (thread.Join(limit))
        {
            return result;
        }

        thread.Priority = ThreadPriority.Lowest;
        return null;
    }
}
