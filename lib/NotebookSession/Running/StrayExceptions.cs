using System.Diagnostics;
using System.Runtime.ExceptionServices;
using NotebookSession.Showing;

namespace NotebookSession.Running;

/// <summary>
/// An exception on a thread that a cell started would end the process; here it ends the thread, and is told. A failed
/// Debug.Assert would end it too; here it is an exception.
/// </summary>
internal static class StrayExceptions
{
    private static int _installed;

    /// <summary>Takes care of them from now on, in the whole process.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 0)
        {
            ExceptionHandling.SetUnhandledExceptionHandler(error =>
            {
                if (CellScope.Current is { } cell && !(error is OperationCanceledException && cell.Abort.IsCancellationRequested))
                {
                    cell.ShowUnobserved(error);
                }

                return CellScope.Current is not null;
            });
            Trace.Listeners.Remove("Default");
            Trace.Listeners.Add(new Assertions());
        }
    }

    private sealed class Assertions : DefaultTraceListener
    {
        public override void Fail(string? message) => Fail(message, null);

        public override void Fail(string? message, string? detailMessage) =>
            throw new InvalidOperationException(string.Join(": ", ((string?[])["Assertion failed", message, detailMessage]).Where(text => !string.IsNullOrEmpty(text))));
    }
}
