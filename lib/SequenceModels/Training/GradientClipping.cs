using SequenceModels.Numerics;

namespace SequenceModels.Training;

/// <summary>A limit on how long the gradient may be, against explosion (Pascanu et al. 2013, arXiv:1211.5063, section
/// 3.2).</summary>
public static class GradientClipping
{
    /// <summary>Scales all gradients by one factor so that their joint norm is at most a limit
    /// (clip_grad_norm_).</summary>
    /// <param name="parameters">Whose gradients.</param>
    /// <param name="maxNorm">The limit, above 0.</param>
    /// <returns>The norm before: √(Σ g²) over all numbers of all parameters.</returns>
    public static float ClipNorm(IEnumerable<Parameter> parameters, float maxNorm)
    {
        Expect.Positive(maxNorm);
        Tensor[] gradients = [.. parameters.Select(parameter => parameter.Grad).OfType<Tensor>()];
        var norm = Norm(gradients);
        var factor = maxNorm / (norm + 1e-6f);
        foreach (var gradient in gradients)
        {
            if (factor < 1)
            {
                Elementwise.Scale(factor, gradient.Values, gradient.Values);
            }
        }

        return norm;
    }

    /// <summary>The joint norm √(Σ g²) of all parameters' gradients.</summary>
    public static float Norm(IEnumerable<Parameter> parameters) =>
        Norm(parameters.Select(parameter => parameter.Grad).OfType<Tensor>());

    private static float Norm(IEnumerable<Tensor> gradients)
    {
        var sum = 0.0;
        foreach (var gradient in gradients)
        {
            sum += WideSums.OfSquares(gradient.Values);
        }

        return (float)Math.Sqrt(sum);
    }
}
