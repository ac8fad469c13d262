using SequenceModels.Models;

namespace SequenceModels.Probes;

/// <summary>Which words a score hangs on: how far it moves when a word's vector moves a little (connectivity: Madsen,
/// "Visualizing memorization in RNNs", Distill 2019).
/// <code>
///   s_t = ‖∂score/∂x_t‖
/// </code>
/// </summary>
/// <remarks>Ask for a logit, not for a loss or a probability: where a model is sure, those are flat.</remarks>
public static class Saliency
{
    /// <summary>The influence of each word on the score of one class.</summary>
    /// <param name="model">The classifier, whose own gradients stay as they are.</param>
    /// <param name="tokens">The sentences, (batch, length).</param>
    /// <param name="target">The class.</param>
    /// <param name="normalize">Whether each sentence's numbers are divided by its largest.</param>
    /// <returns>One number a word, (batch, length); exactly 0 for padding.</returns>
    /// <exception cref="ArgumentException">The tokens do not fit, or there is no such class.</exception>
    public static Tensor Of(TextClassifier model, Tensor tokens, int target, bool normalize = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        using (new FrozenParameters(model))
        {
            var (vectors, mask) = model.Embed(tokens);
            return Of(vectors, x => model.Classify(x, mask)[.., target], normalize);
        }
    }

    /// <summary>The influence of each vector of a sequence on any score.</summary>
    /// <param name="x">The vectors, (batch, length, width).</param>
    /// <param name="score">Computes a score for each example, (batch), from vectors of x's shape; of one example only that
    /// example's score may depend. Parameters that it uses collect gradients, as in any Backward().</param>
    /// <param name="normalize">Whether each example's numbers are divided by its largest.</param>
    /// <returns>One number a vector, (batch, length).</returns>
    /// <exception cref="ArgumentException">x or the score has another shape.</exception>
    public static Tensor Of(Tensor x, Func<Tensor, Tensor> score, bool normalize = false)
    {
        Expect.Shape(x, ["batch", "length", "width"]);
        ArgumentNullException.ThrowIfNull(score);
        var (input, (batch, length, width)) = (x.Detach().RequireGrad(), x.Shape);
        var scores = score(input);
        Expect.Shape(scores, [batch], "score(x)");
        scores.Sum().Backward(); // one example's score has no part in another's gradient
        var norms = Tensor.Zeros(batch, length);
        for (var i = 0; i < norms.Shape.Size; i++)
        {
            var squares = 0.0;
            foreach (var g in input.Gradient.Slice(i * width, width))
            {
                squares += (double)g * g;
            }

            norms.Values[i] = (float)Math.Sqrt(squares);
        }

        if (normalize)
        {
            DivideByLargest(norms);
        }

        return norms;
    }

    private static void DivideByLargest(Tensor norms)
    {
        for (var (row, n) = (0, norms.Shape[1]); row < norms.Shape[0]; row++)
        {
            var values = norms.Values.Slice(row * n, n);
            var largest = values.ToArray().Max();
            foreach (ref var value in values)
            {
                value = largest > 0 ? value / largest : 0; // no influence at all stays 0
            }
        }
    }
}
