using NotebookSession.InCell;
using NotebookSession.Showing;
using NotebookSession.Stacks;

namespace NotebookSession.Running;

/// <summary>
/// Runs a cell's code such that it can be stopped: its loops and functions pass checkpoints, its waits are interrupted,
/// and what awaits is not continued. Only a long call of a library that takes no token is out of reach.
/// </summary>
internal sealed class Stoppable : SynchronizationContext, ILastResort
{
    private const int StackSize = 16 << 20; // address space; what is never touched costs nothing
    private const int UsedStack = 4 << 20;
    private static readonly TimeSpan _stoppingTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _lingering = TimeSpan.FromSeconds(2); // for what the cell has started and left running
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Thread> _threads = [];
    private readonly CellScope _cell;
    private int _posted;

    private Stoppable(CellScope cell)
    {
        _cell = cell;
    }

    /// <summary>Runs the body, on a thread of its own where there is one.</summary>
    /// <param name="body">The code.</param>
    /// <param name="cell">Whose code it is; its Abort stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="TimeoutException">It should have been stopped, but it doesn't end.</exception>
    public static Task RunAsync(Func<Task> body, CellScope cell)
    {
        var context = new Stoppable(cell);
        if (cell.Interlude is not null)
        {
            context.Start(body);
        }
        else
        {
            new Thread(() => context.Start(body), StackSize) { IsBackground = true, Name = "cell" }.Start();
        }

        return context.WaitAsync();
    }

    /// <inheritdoc/>
    public void GiveUp(Exception exception)
    {
        _done.TrySetException(exception);
        Thread.Sleep(Timeout.Infinite);
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        Interlocked.Increment(ref _posted);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            Within(() => d(state));
            Interlocked.Decrement(ref _posted);
        });
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private async Task WaitAsync()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = _cell.Abort.Register(aborted.SetResult).ConfigureAwait(false);
        await Task.WhenAny(_done.Task, aborted.Task).ConfigureAwait(false);
        if (_cell.Abort.IsCancellationRequested && !_done.Task.IsCompletedSuccessfully)
        {
            Checkpoint.BeginWatching();
            if (!await StopAsync().ConfigureAwait(false))
            {
                throw new TimeoutException(); // its checkpoints stay on: it may still come to one
            }

            _ = Task.Delay(_lingering, CancellationToken.None).ContinueWith(_ => Checkpoint.EndWatching(), TaskScheduler.Default);
            throw new OperationCanceledException(_cell.Abort);
        }

        // An async void method that has failed tells so by a post: let it come while the cell is still the cell.
        for (var wait = 0; wait < 10 && Volatile.Read(ref _posted) > 0; wait++)
        {
            await Task.Delay(_pause, CancellationToken.None).ConfigureAwait(false);
        }

        await _done.Task.ConfigureAwait(false);
    }

    // A cell that merely awaits has no thread: its continuations will not be run.
    private async Task<bool> StopAsync()
    {
        for (var waited = TimeSpan.Zero; waited < _stoppingTime; waited += _pause)
        {
            lock (_threads)
            {
                if (_threads.Count == 0)
                {
                    return true;
                }

                foreach (var thread in _threads.Where(thread => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)))
                {
                    thread.Interrupt();
                }
            }

            await Task.Delay(_pause, CancellationToken.None).ConfigureAwait(false);
        }

        return false;
    }

    private void Start(Func<Task> body) => Within(() =>
    {
        using var limit = StackRoom.Within(UsedStack);
        body().ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    });

    private void Finish(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            _done.TrySetResult();
        }
        catch (Exception error)
        {
            _done.TrySetException(error);
        }
    }

    private void Within(Action action)
    {
        if (_cell.Abort.IsCancellationRequested)
        {
            return;
        }

        var thread = Thread.CurrentThread;
        var before = Current;
        SetSynchronizationContext(this);
        lock (_threads)
        {
            _threads.Add(thread);
        }

        try
        {
            action();
        }
        catch (Exception error)
        {
            if (!_cell.Abort.IsCancellationRequested)
            {
                _cell.ShowUnobserved(error);
            }
        }
        finally
        {
            Leave(thread);
            SetSynchronizationContext(before);
        }
    }

    // An interrupt that came too late must not hit whoever uses the thread next.
    private void Leave(Thread thread)
    {
        for (var left = false; !left;)
        {
            try
            {
                lock (_threads)
                {
                    left = _threads.Remove(thread);
                }

                if (_cell.Abort.IsCancellationRequested)
                {
                    Thread.Sleep(1);
                }
            }
            catch (ThreadInterruptedException)
            {
                // That was it.
            }
        }
    }
}
