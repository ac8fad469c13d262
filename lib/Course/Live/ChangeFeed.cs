using System.Collections.Immutable;
using System.Threading.Channels;

namespace Course.Live;

/// <summary>Tells every listener of every change, in order, outside of whatever lock the change was made in.</summary>
internal sealed class ChangeFeed
{
    private readonly Channel<NotebookView> _changes =
        Channel.CreateUnbounded<NotebookView>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _telling;
    private ImmutableList<Action<NotebookView>> _listeners = [];

    public ChangeFeed() => _telling = Task.Run(TellAsync);

    public void Add(Action<NotebookView> listener) => ImmutableInterlocked.Update(ref _listeners, all => all.Add(listener));

    public void Remove(Action<NotebookView> listener) => ImmutableInterlocked.Update(ref _listeners, all => all.Remove(listener));

    public void Tell(NotebookView now) => _changes.Writer.TryWrite(now);

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
