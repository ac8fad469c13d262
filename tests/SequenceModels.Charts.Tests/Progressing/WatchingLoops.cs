namespace SequenceModels.Charts.Tests.Progressing;

public sealed class WatchingLoops
{
    private readonly List<ProgressBar> _shown = [];
    private readonly Clock _clock = new();

    [Fact]
    public void A_loop_gets_the_steps_as_they_are_and_the_bar_ends_with_the_last()
    {
        Assert.Equal([10, 20, 30], Watch([10, 20, 30]));

        Assert.Equal([new(0, 3), new(3, 3, "at 30")], _shown);
    }

    [Fact]
    public void The_bar_is_updated_ten_times_a_second_at_most()
    {
        foreach (var _ in Watch(Enumerable.Range(1, 1000)))
        {
            _clock.Milliseconds += 4;
        }

        Assert.Equal(1 + 39 + 1, _shown.Count); // 4 s: at the start, each 100 ms, at the end
        Assert.Equal(new(26, 1000, "at 26"), _shown[1]);
    }

    [Fact]
    public void A_loop_that_is_left_leaves_the_steps_that_it_made()
    {
        foreach (var step in Watch(Enumerable.Range(1, 100)))
        {
            if (step == 7)
            {
                break;
            }
        }

        Assert.Equal(new(7, 100, "at 7"), _shown[^1]);
    }

    [Fact]
    public void An_exception_in_the_loop_or_in_a_step_leaves_the_steps_made_before()
    {
        Assert.Throws<DivideByZeroException>(() => Watch([2, 1, 0, 3]).Sum(step => 2 / step));
        Assert.Throws<DivideByZeroException>(() => Watch(((int[])[2, 1, 0, 3]).Select(step => 2 / step)).Sum());

        Assert.Equal([new(0, 4), new(3, 4, "at 0"), new(0, 4), new(2, 4, "at 2")], _shown);
    }

    [Fact]
    public void Each_time_the_steps_are_enumerated_a_bar_is_shown_and_none_before()
    {
        var steps = Watch([1]);
        Assert.Empty(_shown);

        Assert.Equal(2, steps.Count() + steps.Count());
        Assert.Equal([new(0, 1), new(1, 1, "at 1"), new(0, 1), new(1, 1, "at 1")], _shown);
    }

    [Fact]
    public async Task An_asynchronous_loop_is_watched_alike()
    {
        await foreach (var step in Watched.Steps(Later(), 3, step => $"at {step}", Display, _clock))
        {
            if (step == 2)
            {
                break;
            }
        }

        Assert.Equal([new(0, 3), new(2, 3, "at 2")], _shown);

        static async IAsyncEnumerable<int> Later()
        {
            for (var step = 1; step <= 3; step++)
            {
                await Task.Yield();
                yield return step;
            }
        }
    }

    [Fact]
    public void Without_words_it_only_counts_and_a_total_below_zero_is_refused()
    {
        Assert.Equal(2, Watched.Steps(["a", "b"], 2, null, Display).Count());
        Assert.Equal(new(2, 2), _shown[^1]);
        Assert.Contains("total is -1, expected the number of steps",
            Assert.Throws<ArgumentOutOfRangeException>(() => Watched.Steps([1], -1, null, Display)).Message);
    }

    private IEnumerable<int> Watch(IEnumerable<int> steps) =>
        Watched.Steps(steps, steps.TryGetNonEnumeratedCount(out var count) ? count : 4, step => $"at {step}", Display, _clock);

    private Action<ProgressBar> Display(ProgressBar bar)
    {
        _shown.Add(bar);
        return _shown.Add;
    }

    private sealed class Clock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }
}
