using System.Runtime.ExceptionServices;
using NotebookSession.Stacks;

namespace NotebookSession.Compiling;

/// <summary>
/// Runs what calls itself once for each character at the worst, on a stack that is large enough for it: a stack that
/// overflows ends the process, and no handler can catch it.
/// </summary>
internal static class DeepStack
{
    private const int Least = 1 << 20, PerCharacter = 1 << 10; // bytes; the system gives memory only to what is used

    public static T Run<T>(int characters, Func<T> work)
    {
        if (!Threads.Exist)
        {
            return work();
        }

        var (result, failure) = (default(T), (ExceptionDispatchInfo?)null);
        var thread = new Thread(Work, Least + characters * PerCharacter);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;

        void Work()
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }
}
