using System.Runtime.ExceptionServices;
using NotebookKernel.Execution.Showing;

namespace NotebookKernel.Execution.Running;

/// <summary>
/// An exception on a thread that a cell started would end the process; here it ends the thread, and is told.
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
                CellScope.Current?.ShowUnobserved(error);
                return CellScope.Current is not null;
            });
        }
    }
}
