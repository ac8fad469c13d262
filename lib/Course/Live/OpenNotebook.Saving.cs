namespace Course.Live;

/// <summary>
/// Saving. Every edit is in the drafts after a moment and in the file after a few seconds; a file that another program
/// has changed meanwhile is not overwritten unasked, and whichever version loses is kept.
/// </summary>
public sealed partial class OpenNotebook
{
    /// <summary>Saves now.</summary>
    public Task<SaveResult> SaveAsync() => throw new NotImplementedException();

    /// <summary>Looks whether another program has changed the file: without edits here the notebook is read anew (which
    /// can be undone), else there is a conflict. For when the page gets the focus.</summary>
    public void CheckFile() => throw new NotImplementedException();

    /// <summary>Ends a conflict: the file becomes what is here; what it held is kept, and the result says where.</summary>
    public SaveResult KeepMine() => throw new NotImplementedException();

    /// <summary>Ends a conflict: the notebook becomes what the file holds (which can be undone); what was here is kept.</summary>
    /// <returns>Where.</returns>
    public string TakeTheirs() => throw new NotImplementedException();

    /// <summary>The user has seen that a draft was restored.</summary>
    public void DismissRestored() => throw new NotImplementedException();
}
