namespace NotebookSession.Showing;

/// <summary>What a cell does before its code runs may take long: then it says so.</summary>
internal static class Waiting
{
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(1);

    /// <summary>Writes a line if work takes longer than a moment.</summary>
    public static async Task TellAsync(Task work, string line, CellScope cell)
    {
        if (await Task.WhenAny(work, Task.Delay(_moment, CancellationToken.None)).ConfigureAwait(false) != work)
        {
            cell.Outputs.Write("stderr", line);
        }

        await work.ConfigureAwait(false);
    }
}
