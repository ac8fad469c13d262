using System.Runtime;

namespace NotebookKernel.Execution.Running;

/// <summary>
/// Runs a cell's code such that it can be stopped wherever it is: its thread, and every continuation of its awaits,
/// runs where the runtime can abort it. Only what the cell starts itself (Task.Run, new Thread) is out of reach.
/// </summary>
internal sealed class Stoppable : SynchronizationContext
{
    private const int _stackSize = 16 << 20;
    private static readonly TimeSpan _abortTime = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<Exception> _unobserved;
    private readonly CancellationToken _abort;
    private int _running;

    private Stoppable(Action<Exception> unobserved, CancellationToken abort)
    {
        _unobserved = unobserved;
        _abort = abort;
    }

    /// <summary>Runs the body on a thread of its own.</summary>
    /// <param name="body">The cell.</param>
    /// <param name="unobserved">Receives exceptions that nobody awaits: those of async void methods.</param>
    /// <param name="abort">Aborts the body.</param>
    /// <exception cref="OperationCanceledException">It was aborted.</exception>
    /// <exception cref="TimeoutException">It should have been aborted, but its thread doesn't end.</exception>
    public static Task RunAsync(Func<Task> body, Action<Exception> unobserved, CancellationToken abort)
    {
        var context = new Stoppable(unobserved, abort);
        new Thread(() => context.Start(body), _stackSize) { IsBackground = true, Name = "cell" }.Start();
        return context.WaitAsync();
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        var flow = ExecutionContext.Capture();
        ThreadPool.UnsafeQueueUserWorkItem(_ =>
        {
            if (flow is not null)
            {
                ExecutionContext.Run(flow, _ => Guard(() => d(state)), null);
            }
            else
            {
                Guard(() => d(state));
            }
        }, null);
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private async Task WaitAsync()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = _abort.Register(() => aborted.TrySetResult());
        await Task.WhenAny(_done.Task, aborted.Task).ConfigureAwait(false);
        if (!_done.Task.IsCompleted)
        {
            await Task.WhenAny(_done.Task, Task.Delay(_abortTime, CancellationToken.None), WhenIdleAsync()).ConfigureAwait(false);
        }

        if (_abort.IsCancellationRequested && !_done.Task.IsCompletedSuccessfully)
        {
            throw Volatile.Read(ref _running) == 0
                ? new OperationCanceledException(_abort)
                : new TimeoutException();
        }

        await _done.Task.ConfigureAwait(false);
    }

    // A cell that merely awaits has no thread to abort: its continuations will not be run.
    private async Task WhenIdleAsync()
    {
        while (Volatile.Read(ref _running) > 0)
        {
            await Task.Delay(5, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void Start(Func<Task> body) => Guard(() =>
    {
        Task task;
        try
        {
            task = body();
        }
        catch (Exception error)
        {
            _done.TrySetException(error);
            return;
        }

        task.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    });

    private void Finish(Task task)
    {
        if (task.Exception is { } error)
        {
            _done.TrySetException(error.InnerExceptions);
        }
        else if (task.IsCanceled)
        {
            _done.TrySetException(new TaskCanceledException(task));
        }
        else
        {
            _done.TrySetResult();
        }
    }

    private void Guard(Action action)
    {
        Interlocked.Increment(ref _running);
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            ControlledExecution.Run(action, _abort);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            // Stopped: WaitAsync tells.
        }
        catch (Exception error)
        {
            _unobserved(error);
        }
        finally
        {
            SetSynchronizationContext(before);
            Interlocked.Decrement(ref _running);
        }
    }
}
