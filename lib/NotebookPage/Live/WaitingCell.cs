namespace NotebookPage.Live;

/// <summary>A cell in the queue or running, with the text that it had when it was asked to run.</summary>
internal sealed record WaitingCell(string Id, string Source, string Code, bool MayRaiseException)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stops it.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>The number of its run.</summary>
    public int Number { get; init; }

    /// <summary>Completes when it has run or has been dropped from the queue.</summary>
    public Task Done => _done.Task;

    /// <summary>It has run or was dropped.</summary>
    public void End() => _done.TrySetResult();
}
