namespace SequenceModels.Tasks;

/// <summary>Add the two marked numbers of a long list.</summary>
/// <remarks>From Hochreiter &amp; Schmidhuber, Long Short-Term Memory, 1997, experiment 4, with numbers from 0 to 1 as
/// in Le, Jaitly &amp; Hinton, A Simple Way to Initialize Recurrent Networks of Rectified Linear Units, 2015.</remarks>
public sealed class AddingProblem : EndlessTask
{
    /// <summary>The mean squared error of always answering 1, the mean: Var(u + v) = 1/12 + 1/12. Below it, something
    /// was remembered.</summary>
    public const float BaselineError = 1f / 6;

    /// <summary>Lists of a length.</summary>
    public AddingProblem(int length = 50)
    {
        Expect.AtLeast(2, length);
        Length = length;
    }

    /// <summary>How long a list is.</summary>
    public int Length { get; }

    /// <summary>Numbers from 0 to 1 beside their marks (batch, length, 2), a mark being 1 at one place in either half
    /// and else 0; and the sums of the marked numbers (batch, 1).</summary>
    protected override Batch Sequences(int count, TorchRandom rng)
    {
        var (inputs, sums) = (new float[count * Length * 2], new float[count]);
        for (var b = 0; b < count; b++)
        {
            for (var t = 0; t < Length; t++)
            {
                inputs[At(b, t)] = rng.Uniform();
            }

            int[] marked = [rng.Integer(0, Length / 2), rng.Integer(Length / 2, Length)];
            foreach (var t in marked)
            {
                inputs[At(b, t) + 1] = 1;
                sums[b] += inputs[At(b, t)];
            }
        }

        return new Batch(Tensor.FromArray(inputs, count, Length, 2), Tensor.FromArray(sums, count, 1));
    }

    private int At(int b, int t) => (b * Length + t) * 2;
}
