namespace NotebookSession.Hosting;

/// <summary>
/// Where a session has one thread only, as in a browser's worker, nothing comes in while a cell computes. So now and then the cell
/// itself lets it in.
/// </summary>
public interface ISingleThread
{
    /// <summary>Hands on to the session what has come for it.</summary>
    /// <param name="wait">How long to wait if nothing has.</param>
    /// <returns>
    /// Whether something can come this way at all. If not, a cell can't be asked to stop while it computes, and can't ask for a line.
    /// </returns>
    bool Receive(TimeSpan wait);
}
