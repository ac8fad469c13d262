namespace SequenceModels.Training;

/// <summary>What training makes small.</summary>
public static class Loss
{
    /// <summary>Softmax cross-entropy (torch.nn.functional.cross_entropy): the mean of −ln p(right class).</summary>
    /// <param name="logits">Scores, (…, classes).</param>
    /// <param name="targets">The right class of each, (…): whole numbers.</param>
    /// <param name="ignore">A class that does not count, such as padding.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, nothing counts, or logits that no network computed
    /// are not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is no class.</exception>
    public static Tensor CrossEntropy(Tensor logits, Tensor targets, int? ignore = null)
    {
        ArgumentNullException.ThrowIfNull(logits);
        if (logits.Shape.Rank == 0)
        {
            throw new ArgumentException("logits is a single number, expected (…, classes).", nameof(logits));
        }

        var classes = logits.Shape[^1];
        Expect.SameShape(targets, logits.Shape.Replace(logits.Shape.Rank - 1));
        Expect.FiniteData(logits);
        var right = Expect.Indices(targets, classes);
        var logP = logits.LogSoftmax();
        var (loss, counted) = (new Tensor([]), right.Count(target => target != ignore));
        if (counted == 0)
        {
            throw new ArgumentException(
                $"All targets are {ignore}, which is to be ignored: nothing is left.", nameof(targets));
        }

        // loss = −1/n Σᵢ ln p[i, right_i]
        var sum = 0.0;
        var values = logP.Values;
        for (var i = 0; i < right.Length; i++)
        {
            sum -= right[i] == ignore ? 0 : values[i * classes + right[i]];
        }

        loss.Values[0] = (float)(sum / counted);
        return loss.Recorded([logP], () =>
        {
            var share = loss.Gradient[0] / counted;
            var gradient = logP.Gradient;
            for (var i = 0; i < right.Length; i++)
            {
                gradient[i * classes + right[i]] -= right[i] == ignore ? 0 : share;
            }
        });
    }

    /// <summary>The mean of (prediction − target)² (torch.nn.functional.mse_loss).</summary>
    /// <exception cref="ArgumentException">The shapes differ, or data are not finite.</exception>
    public static Tensor MeanSquaredError(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        Expect.SameShape(target, prediction.Shape);
        Expect.FiniteData(prediction);
        Expect.FiniteData(target);
        var difference = prediction - target;
        return (difference * difference).Mean();
    }
}
