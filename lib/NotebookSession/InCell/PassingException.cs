using System.ComponentModel;
using NotebookSession.Errors;
using NotebookSession.Stacks;

namespace NotebookSession.InCell;

/// <summary>An exception on its way up through a cell's code, which notes the lines that it passes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PassingException
{
    private const int Longest = 100;

    /// <summary>Notes where an exception comes by; line 0 stands for no line.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="line">Counted from 1.</param>
    /// <param name="method">Its type and name, as the runtime calls them.</param>
    /// <param name="source">The cell or file.</param>
    public static void Note(object exception, int line, string method, string source)
    {
        if (exception is not Exception passing)
        {
            return;
        }

        if (StackRoom.IsFull() && SynchronizationContext.Current is ILastResort cell)
        {
            cell.GiveUp(passing.GetBaseException());
        }

        if (line > 0)
        {
            LineNote.Add(passing, new LineNote(method, source, line));
        }
    }

    /// <summary>The exception to hand on to whoever awaits: one that comes from a long recursion gets a new trace now and then.</summary>
    public static Exception Shorten(Exception exception) => exception switch
    {
        InsufficientExecutionStackException when LineNote.Of(exception).Count > Longest =>
            new InsufficientExecutionStackException(null, exception.InnerException ?? exception),
        OperationCanceledException { CancellationToken.IsCancellationRequested: true } stopped when LineNote.Of(exception).Count > Longest =>
            new OperationCanceledException(stopped.CancellationToken),
        _ => exception,
    };
}
