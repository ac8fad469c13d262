namespace SequenceModels.Tasks;

/// <summary>A task whose batches are drawn afresh, each of them: nothing to learn by heart, and so nothing to hold
/// out.</summary>
public abstract class EndlessTask
{
    /// <summary>A batch of new sequences.</summary>
    public Batch Draw(int count, TorchRandom rng)
    {
        Expect.Positive(count);
        ArgumentNullException.ThrowIfNull(rng);
        return Sequences(count, rng);
    }

    /// <summary>A new batch for each training step.</summary>
    public IEnumerable<Batch> Batches(int steps, int batchSize, TorchRandom rng)
    {
        Expect.Positive(steps);
        Expect.Positive(batchSize);
        ArgumentNullException.ThrowIfNull(rng);
        return Enumerable.Range(0, steps).Select(_ => Sequences(batchSize, rng));
    }

    /// <summary>Draws sequences and what is to come out.</summary>
    protected abstract Batch Sequences(int count, TorchRandom rng);
}
