namespace NotebookSession.Stacks;

/// <summary>Ends code whose stack is full up to the last handler.</summary>
internal interface ILastResort
{
    /// <summary>
    /// Ends it with an exception that can't come up any more, because libraries on the way catch it and throw anew until even the
    /// handlers' stack is full. The thread stays where it is.
    /// </summary>
    void GiveUp(Exception exception);
}
