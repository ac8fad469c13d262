using System.Runtime.CompilerServices;

namespace NotebookSession.Stacks;

/// <summary>
/// Whether the thread's stack has room for another call. RuntimeHelpers.EnsureSufficientExecutionStack wants 128 KB left,
/// which a thread that was given a small stack never has.
/// </summary>
internal static unsafe class StackRoom
{
    private const nuint Reserve = 256 << 10;

    [ThreadStatic]
    private static nuint _low, _floor, _usable, _handlers; // 0 until they are known

    /// <exception cref="InsufficientExecutionStackException">There is none.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Require()
    {
        byte here;
        if ((nuint)(&here) - _floor > _usable) // below the floor the difference is huge
        {
            RequireWhereUnknown();
        }
    }

    /// <summary>
    /// Lets what follows on this thread go only so deep. Libraries that catch and throw anew on each level, as calls by
    /// reflection do, take more stack on the way back than on the way down.
    /// </summary>
    /// <returns>Ends that when it is disposed.</returns>
    public static Limit Within(nuint room)
    {
        Require();
        byte here;
        var limit = new Limit(_floor, _usable, _handlers);
        if (_usable > 0 && (nuint)(&here) - _floor > room)
        {
            var raised = (nuint)(&here) - room - _floor;
            (_floor, _usable) = (_floor + raised, _usable - raised);
        }

        return limit;
    }

    /// <summary>Whether handlers, too, have nearly no room left.</summary>
    public static bool IsFull()
    {
        byte here;
        return _low > 0 && (nuint)(&here) - _low < Reserve / 2;
    }

    /// <summary>The size that stackalloc asks for, if there is room for it.</summary>
    /// <exception cref="InvalidOperationException">There is none: without this check the process would end.</exception>
    public static nuint Require(nuint size)
    {
        Require();
        byte here;
        return _usable == 0 || size < (nuint)(&here) - _floor
            ? size
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"stackalloc asks for {size:N0} bytes, more than the stack has room for. Take an array instead: new T[length]."));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RequireWhereUnknown()
    {
        if (_usable == 0 && StackBounds.OfThisThread() is var (low, size) && size > 0)
        {
            var reserve = Math.Min(Reserve, size / 2);
            (_low, _floor, _usable, _handlers) = (low, low + reserve, size - reserve, reserve / 2);
            Require();
        }
        else if (_usable > 0)
        {
            // Handlers run on top of the stack that was full when the exception was thrown: the first one gives them room.
            (_floor, _usable, _handlers) = (_floor - _handlers, _usable + _handlers, 0);
            throw new InsufficientExecutionStackException();
        }
        else
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
    }

    /// <summary>What was allowed before.</summary>
    public readonly struct Limit(nuint floor, nuint usable, nuint handlers) : IDisposable
    {
        public void Dispose() => (_floor, _usable, _handlers) = (floor, usable, handlers);
    }
}
