using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace SequenceModels.Numerics;

/// <summary>Work that falls into units which may be done in any order, at the same time, on pinned memory.</summary>
internal interface IShared
{
    void Run(int unit);
}

/// <summary>
/// Shares work among the processor's cores. Every unit is computed in the same way whoever does it, so the number of
/// threads changes the time, never the result. Whoever is free takes the next unit: the caller never waits for a helper
/// that the system has not let run. Nothing is allocated once the helpers have started.
/// </summary>
internal static unsafe class Workers
{
    private static readonly Helper[] _helpers = new Helper[Environment.ProcessorCount - 1];
    private static int _busy;

    // The work at hand: changed only while no helper is at it.
    private static delegate*<void*, int, void> _run;
    private static void* _work;
    private static int _units, _next;
    private static ExceptionDispatchInfo? _failure;

    /// <summary>At most so many threads take part, the caller among them; 1 does everything on the caller's thread.</summary>
    public static int Limit { get; set; } = Environment.ProcessorCount;

    /// <summary>How many take part where there is work for all.</summary>
    public static int Threads => Math.Min(Limit, _helpers.Length + 1);

    /// <summary>Runs units 0 … <paramref name="units"/> − 1, with so many helpers at most, and returns when all are done.</summary>
    public static void Split<TWork>(TWork work, int units, long mostHelpers = int.MaxValue) where TWork : struct, IShared
    {
        var helpers = (int)Math.Min(Math.Min(Threads, units) - 1, mostHelpers);
        if (helpers <= 0 || Interlocked.Exchange(ref _busy, 1) == 1) // Busy: another thread's work, or this is part of one.
        {
            for (var unit = 0; unit < units; unit++)
            {
                work.Run(unit);
            }
            return;
        }
        _run = &RunUnit<TWork>;
        _work = Unsafe.AsPointer(ref work);
        _units = units;
        _next = 0;
        _failure = null;
        for (var i = 0; i < helpers; i++)
        {
            (_helpers[i] ??= new Helper()).Offer();
        }
        TakeUnits();
        for (var i = 0; i < helpers; i++)
        {
            _helpers[i].Join();
        }
        var failure = _failure;
        Volatile.Write(ref _busy, 0);
        failure?.Throw();
    }

    private static void RunUnit<TWork>(void* work, int unit) where TWork : struct, IShared =>
        Unsafe.AsRef<TWork>(work).Run(unit);

    /// <summary>Never throws: the helpers read the caller's frame, so it must not leave before they are done.</summary>
    private static void TakeUnits()
    {
        try
        {
            for (var unit = Next(); unit < _units; unit = Next())
            {
                _run(_work, unit);
            }
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            Volatile.Write(ref _next, _units);
        }
        static int Next() => Interlocked.Increment(ref _next) - 1;
    }

    /// <summary>A thread that waits for work, awake for a few microseconds, then asleep.</summary>
    private sealed class Helper
    {
        private const int Idle = 0, Offered = 1, Taken = 2;
        private const int Spins = 300;

        private readonly object _gate = new();
        private volatile int _state;

        public Helper() => new Thread(Serve) { IsBackground = true, Name = "SequenceModels worker" }.Start();

        public void Offer() => Enter(Offered);

        /// <summary>Takes the offer back, or waits until the helper has done its last unit.</summary>
        public void Join()
        {
            if (Interlocked.CompareExchange(ref _state, Idle, Offered) != Offered)
            {
                Await(Idle);
            }
        }

        private void Serve()
        {
            while (true)
            {
                Await(Offered);
                if (Interlocked.CompareExchange(ref _state, Taken, Offered) == Offered)
                {
                    TakeUnits();
                    Enter(Idle);
                }
            }
        }

        private void Enter(int state) => Meet(state, waits: false);

        private void Await(int state)
        {
            for (var spin = 0; spin < Spins && _state != state; spin++)
            {
                Thread.SpinWait(10);
            }
            if (_state != state)
            {
                Meet(state, waits: true);
            }
        }

        /// <summary>Brings the state about, or waits for it. An interruption is put off until that is done: a caller that
        /// left would take the frame with it that the helpers still read.</summary>
        private void Meet(int state, bool waits)
        {
            for (var interrupted = false; ;)
            {
                try
                {
                    lock (_gate)
                    {
                        while (waits && _state != state)
                        {
                            Monitor.Wait(_gate);
                        }
                        if (!waits)
                        {
                            _state = state;
                            Monitor.Pulse(_gate);
                        }
                    }
                    if (interrupted)
                    {
                        Thread.CurrentThread.Interrupt();
                    }
                    return;
                }
                catch (ThreadInterruptedException)
                {
                    interrupted = true;
                }
            }
        }
    }
}
