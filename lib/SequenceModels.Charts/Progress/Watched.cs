using System.Runtime.CompilerServices;

namespace SequenceModels.Charts;

/// <summary>Steps whose progress is seen while they are enumerated. Each enumeration shows a bar of its own.</summary>
public static class Watched
{
    /// <summary>The same steps, for <c>foreach</c>; a step counts as made when the loop gets it.</summary>
    /// <param name="steps">What to enumerate.</param>
    /// <param name="total">How many steps there are.</param>
    /// <param name="says">What to tell of a step; null for nothing.</param>
    /// <param name="display">Shows the bar, and returns what shows another in its place.</param>
    /// <param name="clock">Tells when a tenth of a second is over; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is below 0.</exception>
    public static IEnumerable<T> Steps<T>(
        IEnumerable<T> steps, int total, Func<T, string>? says,
        Func<ProgressBar, Action<ProgressBar>> display, TimeProvider? clock = null)
    {
        Require(steps, total, display);
        return Watch();

        IEnumerable<T> Watch()
        {
            using var bar = new LiveBar(total, display, clock ?? TimeProvider.System);
            foreach (var step in steps)
            {
                bar.Advance(says?.Invoke(step) ?? "");
                yield return step;
            }
        }
    }

    /// <summary>The same steps, for <c>await foreach</c>; a step counts as made when the loop gets it.</summary>
    /// <inheritdoc cref="Steps{T}(IEnumerable{T}, int, Func{T, string}, Func{ProgressBar, Action{ProgressBar}}, TimeProvider)"/>
    public static IAsyncEnumerable<T> Steps<T>(
        IAsyncEnumerable<T> steps, int total, Func<T, string>? says,
        Func<ProgressBar, Action<ProgressBar>> display, TimeProvider? clock = null)
    {
        Require(steps, total, display);
        return Watch();

        async IAsyncEnumerable<T> Watch([EnumeratorCancellation] CancellationToken stop = default)
        {
            using var bar = new LiveBar(total, display, clock ?? TimeProvider.System);
            await foreach (var step in steps.WithCancellation(stop))
            {
                bar.Advance(says?.Invoke(step) ?? "");
                yield return step;
            }
        }
    }

    private static void Require(object steps, int total, Delegate display)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(display);
        if (total < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(total), $"total is {total}, expected the number of steps, 0 or more.");
        }
    }
}
