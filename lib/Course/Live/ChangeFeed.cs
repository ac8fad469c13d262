using System.Collections.Immutable;
using System.Threading.Channels;

namespace Course.Live;

/// <summary>Tells every listener of every change, in order, outside of whatever lock the change was made in.</summary>
internal sealed class ChangeFeed
{
    private readonly Channel<NotebookChange> _changes =
        Channel.CreateUnbounded<NotebookChange>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _telling;
    private ImmutableList<Action<NotebookChange>> _listeners = [];

    public ChangeFeed() => _telling = Task.Run(TellAsync);

    public void Add(Action<NotebookChange> listener) => ImmutableInterlocked.Update(ref _listeners, all => all.Add(listener));

    public void Remove(Action<NotebookChange> listener) => ImmutableInterlocked.Update(ref _listeners, all => all.Remove(listener));

    public void Tell(IEnumerable<NotebookChange> changes)
    {
        foreach (var change in changes)
        {
            _changes.Writer.TryWrite(change);
        }
    }

    /// <summary>Tells what is left, then no more.</summary>
    public Task EndAsync()
    {
        _changes.Writer.TryComplete();
        return _telling;
    }

    private async Task TellAsync()
    {
        await foreach (var change in _changes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (var listener in _listeners)
            {
                try
                {
                    listener(change);
                }
                catch (Exception) // one tab's trouble is not the others'
                {
                    Remove(listener);
                }
            }
        }
    }
}
