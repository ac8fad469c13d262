using SequenceModels.Tasks;

namespace SequenceModels.Models;

/// <summary>Guesses what comes next in a text, character by character or word by word.
/// <code>
///   p(x_1 … x_n) = Π_t p(x_t | x_1 … x_{t-1})      p(x_t | …) = softmax(logits_{t-1})
/// </code>
/// Trained on any text, it writes such text: it draws x_t, and goes on from there.
/// </summary>
public abstract class LanguageModel : Module
{
    private const double NatsPerBit = 0.693147180559945309; // ln 2

    /// <summary>Scores, at each place, for what comes next: tokens (batch, length) give (batch, length, words).</summary>
    /// <exception cref="ArgumentException">tokens is not (batch, length).</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table.</exception>
    public abstract Tensor Forward(Tensor tokens);

    /// <summary>The cross-entropy of windows: −ln p of what came next, on average.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor Loss(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Training.Loss.CrossEntropy(Forward(batch.Inputs), batch.Targets);
    }

    /// <summary>The same in evaluation mode and in bits, −log₂ p: how many yes-or-no questions each character leaves open.
    /// 2 to this power is the perplexity.</summary>
    /// <inheritdoc cref="Loss"/>
    public double Bits(Batch batch) => Evaluate(() => Loss(batch).Item()) / NatsPerBit;

    /// <summary>Goes on from a beginning: draws each token from p ∝ e^(score / temperature), given the tokens before
    /// it.</summary>
    /// <param name="start">The tokens to go on from, one at least.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="rng">Draws them.</param>
    /// <param name="temperature">Below 1, what is probable becomes more so; above 1, less.</param>
    /// <param name="context">How many tokens back it looks: as many as a window had in training.</param>
    /// <returns>The tokens drawn.</returns>
    /// <exception cref="ArgumentException">start is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0, or a token not in the table.</exception>
    public IReadOnlyList<int> Sample(
        IReadOnlyList<int> start, int count, TorchRandom rng, float temperature = 1, int context = 32)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(rng);
        Expect.Positive(count);
        Expect.Positive(temperature);
        Expect.Positive(context);
        if (start.Count == 0)
        {
            throw new ArgumentException("start is empty, expected a token to go on from.", nameof(start));
        }

        return Evaluate(() =>
        {
            List<int> text = [.. start];
            while (text.Count < start.Count + count)
            {
                int[] seen = [.. text.TakeLast(context)];
                var scores = Forward(Tensor.FromArray(seen, 1, seen.Length))[0, ^1];
                text.Add(Draw((scores / temperature).Softmax().ToArray(), rng));
            }

            return text[start.Count..];
        });
    }

    // The first k with p_0 + … + p_k > u, for u between 0 and 1.
    private static int Draw(float[] p, TorchRandom rng)
    {
        var left = (double)rng.Uniform();
        var k = 0;
        while (k < p.Length - 1 && left >= p[k])
        {
            left -= p[k++];
        }

        return k;
    }
}
