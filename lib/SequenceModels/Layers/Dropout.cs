namespace SequenceModels.Layers;

/// <summary>Forgets numbers at random while training, so that a network cannot lean on a few of them (Srivastava et al.
/// 2014, Journal of Machine Learning Research 15, section 4).
/// <code>
///   training:    y = m ⊙ x / (1 − p),   m = 0 with probability p, else 1
///   evaluation:  y = x
/// </code>
/// Dividing by 1 − p keeps the mean, so that evaluation needs no correction (PyTorch's way).
/// </summary>
/// <param name="p">The share that is forgotten, from 0 up to, not including, 1; with 0 nothing is, and nothing is
/// drawn.</param>
/// <param name="rng">Which numbers are forgotten: one draw for each, in order.</param>
public sealed class Dropout(float p, TorchRandom rng) : Module
{
    private readonly TorchRandom _rng = rng ?? throw new ArgumentNullException(nameof(rng));

    /// <summary>The share that is forgotten.</summary>
    public float P { get; } = Checked(p);

    /// <summary>Forgets, if this module is in training mode (<see cref="Module.Train"/>).</summary>
    public Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!IsTraining || P == 0)
        {
            return x;
        }

        var kept = Tensor.Rand(_rng, x.Shape);
        foreach (ref var value in kept.Values)
        {
            value = value < P ? 0 : 1 / (1 - P);
        }

        return x * kept;
    }

    private static float Checked(float p)
    {
        Expect.Fraction(p);
        return p;
    }
}
