namespace NotebookSession.Running;

/// <summary>
/// Memory that is taken and never touched, so that it costs address space only. Whenever a cell has used up all the rest, a
/// part is given back, and the next cell can free what the student's variables hold.
/// </summary>
internal sealed class MemoryReserve
{
    private const int Size = 32 << 20;
    private readonly byte[]?[] _parts = new byte[4][];

    // What was given back while the student's variables hold all the rest is the next cell's, and is not taken from it at once.
    private static bool HasRoom =>
        !OperatingSystem.IsBrowser() && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(forceFullCollection: false) > 3L * Size;

    /// <summary>Takes what is missing, if there is enough beside it.</summary>
    public void Hold()
    {
        try
        {
            for (var i = 0; i < _parts.Length; i++)
            {
                _parts[i] ??= HasRoom ? GC.AllocateUninitializedArray<byte>(Size) : null;
            }
        }
        catch (OutOfMemoryException)
        {
            // The student's variables still hold all.
        }
    }

    /// <summary>Gives a part back.</summary>
    public void Release()
    {
        var held = Array.FindIndex(_parts, part => part is not null);
        if (held >= 0)
        {
            _parts[held] = null;
            GC.Collect();
        }
    }
}
