using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

public sealed unsafe class SharedWork
{
    [Fact]
    public void Every_unit_is_done_once()
    {
        var counts = stackalloc int[1000];
        for (var round = 1; round <= 200; round++)
        {
            Workers.Split(new Counting(counts), 1000);
            for (var unit = 0; unit < 1000; unit++)
            {
                Assert.Equal(round, counts[unit]);
            }
        }
    }

    [Fact]
    public void A_unit_may_share_work_of_its_own()
    {
        var counts = stackalloc int[100];
        Workers.Split(new Nesting(counts), 10);
        for (var unit = 0; unit < 100; unit++)
        {
            Assert.Equal(10, counts[unit]);
        }
    }

    [Fact]
    public void What_a_unit_throws_reaches_the_caller_and_the_next_work_is_done()
    {
        Assert.Throws<InvalidOperationException>(() => Workers.Split(new Failing(), 50));
        Every_unit_is_done_once();
    }

    [Fact]
    public void Threads_that_share_work_at_once_do_not_wait_for_each_other()
    {
        Parallel.For(0, 8, _ => Every_unit_is_done_once());
    }

    [Fact]
    public void A_caller_that_is_interrupted_stays_until_the_helpers_have_left_its_work_and_is_interrupted_then()
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "there is no helper");
        var counts = stackalloc int[4];
        var done = -1;
        Exception? after = null;
        var work = new Lingering(counts, Environment.CurrentManagedThreadId);
        var caller = Thread.CurrentThread;
        var interrupting = new Thread(() =>
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref Lingering.Helpers) > 0 || Volatile.Read(ref Lingering.Left) == 2);
            SpinWait.SpinUntil(() => caller.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(5));
            caller.Interrupt();
            Volatile.Write(ref Lingering.Go, 1);
        });
        interrupting.Start();

        try
        {
            Workers.Split(work, 2);
            done = counts[0] + counts[1];
            Thread.Sleep(TimeSpan.FromMinutes(1));
        }
        catch (ThreadInterruptedException e)
        {
            after = e;
        }

        Assert.Equal(2, done);
        Assert.NotNull(after);
        interrupting.Join();
        Every_unit_is_done_once();
    }

    [Fact]
    public void Nothing_is_allocated_once_the_helpers_run()
    {
        var (a, b, c) = (Values.Spread(256 * 256, 1), Values.Spread(256 * 256, 2), new float[256 * 256]);
        Multiply();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            Multiply();
            Map.Apply<HyperbolicTangent>(c, c);
            Softmax.Forward(c, c, 256);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Multiply() => MatrixProduct.Multiply(false, true, 256, 256, 256, a, 256, b, 256, c, 256);
    }

    private readonly struct Counting(int* counts) : IShared
    {
        public void Run(int unit) => Interlocked.Increment(ref counts[unit]);
    }

    // A helper stays in its unit until it is told to go; the caller has long done its own.
    private readonly struct Lingering(int* counts, int caller) : IShared
    {
        public static int Helpers, Left, Go;

        public void Run(int unit)
        {
            if (Environment.CurrentManagedThreadId != caller)
            {
                Interlocked.Increment(ref Helpers);
                SpinWait.SpinUntil(() => Volatile.Read(ref Go) == 1);
            }
            else
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref Helpers) > 0, TimeSpan.FromSeconds(5)); // lets the helper have one
            }

            Interlocked.Increment(ref counts[unit]);
            Interlocked.Increment(ref Left);
        }
    }

    private readonly struct Nesting(int* counts) : IShared
    {
        public void Run(int unit) => Workers.Split(new Counting(counts), 100);
    }

    private readonly struct Failing : IShared
    {
        public void Run(int unit) => throw new InvalidOperationException();
    }
}
