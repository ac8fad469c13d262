using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using NotebookKernel.Execution.Running;

namespace NotebookKernel.Execution.InCell;

/// <summary>The lines of a cell that an exception has passed on its way up, innermost first. A cell's own code notes them.</summary>
/// <param name="Method">Its type and name, as the runtime calls them.</param>
/// <param name="Source">The cell or file.</param>
/// <param name="Line">Counted from 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LineNote(string Method, string Source, int Line)
{
    private const int _longest = 100;
    private static readonly ConditionalWeakTable<Exception, List<LineNote>> _notes = [];

    /// <summary>Notes where an exception comes by; line 0 is none.</summary>
    public static void Add(object exception, int line, string method, string source)
    {
        if (exception is Exception lost && StackRoom.IsFull())
        {
            Stoppable.GiveUp(lost.GetBaseException());
        }

        if (line > 0 && exception is Exception passing)
        {
            var notes = _notes.GetOrCreateValue(passing);
            lock (notes)
            {
                notes.Add(new LineNote(method, source, line));
            }
        }
    }

    /// <summary>The exception to hand on to whoever awaits: one that comes from a long recursion gets a new trace now and then.</summary>
    public static Exception Shorten(Exception exception) => exception switch
    {
        InsufficientExecutionStackException when Of(exception).Count > _longest =>
            new InsufficientExecutionStackException(null, exception.InnerException ?? exception),
        OperationCanceledException { CancellationToken.IsCancellationRequested: true } stopped when Of(exception).Count > _longest =>
            new OperationCanceledException(stopped.CancellationToken),
        _ => exception,
    };

    /// <summary>Whether it was noted by that method.</summary>
    internal bool IsOf(MethodBase method) => Method == $"{method.DeclaringType?.Name}.{method.Name}";

    /// <summary>What has been noted for an exception.</summary>
    internal static IReadOnlyList<LineNote> Of(Exception exception) => _notes.TryGetValue(exception, out var notes) ? notes : [];
}
