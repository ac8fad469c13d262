namespace NotebookSession.Stacks;

/// <summary>Whether there is more than one.</summary>
internal static class Threads
{
    /// <summary>Whether this process can start one: a browser's worker can't.</summary>
    public static bool Exist { get; } = !OperatingSystem.IsBrowser();
}
