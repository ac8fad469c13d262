namespace SequenceModels.Numerics;

/// <summary>Work on many alike things, which may be cut between any two.</summary>
internal interface IDivisible
{
    void Run(int start, int count);
}

/// <summary>Divides such work into pieces that cores share, if it is large.</summary>
internal static class Division
{
    /// <summary>So many numbers repay waking a helper, and another one so many more.</summary>
    private const int WorthSharing = 1 << 15;

    /// <summary>So many numbers stay in the first-level cache.</summary>
    private const int Piece = 1 << 13;

    /// <summary>Runs all of <paramref name="count"/> things of <paramref name="size"/> numbers each.</summary>
    public static void Run<TWork>(TWork work, int count, int size) where TWork : struct, IDivisible
    {
        var helpers = (long)count * size / WorthSharing;
        if (Workers.Threads == 1 || helpers == 0)
        {
            work.Run(0, count);
            return;
        }
        var each = Math.Max(1, Piece / size);
        Workers.Split(new Pieces<TWork>(work, count, each), (count - 1) / each + 1, helpers);
    }

    private readonly struct Pieces<TWork>(TWork work, int count, int each) : IShared where TWork : struct, IDivisible
    {
        public void Run(int unit) => work.Run(unit * each, Math.Min(each, count - unit * each));
    }
}
