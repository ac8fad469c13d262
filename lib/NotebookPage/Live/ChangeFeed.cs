using System.Collections.Immutable;
using System.Threading.Channels;

namespace NotebookPage.Live;

/// <summary>Tells every listener of every change since it began to listen, in order, outside of whatever lock the change was made in.</summary>
internal sealed class ChangeFeed
{
    private readonly Channel<(NotebookView Now, ImmutableList<Action<NotebookView>> Listeners)> _changes =
        Channel.CreateUnbounded<(NotebookView, ImmutableList<Action<NotebookView>>)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _telling;
    private ImmutableList<Action<NotebookView>> _listeners = [];

    public ChangeFeed() => _telling = Task.Run(TellAsync);

    public bool HasListeners => !_listeners.IsEmpty;

    public void Add(Action<NotebookView> listener) => ImmutableInterlocked.Update(ref _listeners, all => all.Add(listener));

    public void Remove(Action<NotebookView> listener) => ImmutableInterlocked.Update(ref _listeners, all => all.Remove(listener));

    public void Tell(NotebookView now) => _changes.Writer.TryWrite((now, _listeners));

    /// <summary>Tells what is left, then no more.</summary>
    public Task EndAsync()
    {
        _changes.Writer.TryComplete();
        return _telling;
    }

    private async Task TellAsync()
    {
        await foreach (var (now, listeners) in _changes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (var listener in listeners.Where(listener => _listeners.Contains(listener)))
            {
                try
                {
                    listener(now);
                }
                catch (Exception) // one tab's trouble is not the others'
                {
                    Remove(listener);
                }
            }
        }
    }
}
