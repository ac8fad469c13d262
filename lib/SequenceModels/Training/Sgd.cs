using SequenceModels.Numerics;

namespace SequenceModels.Training;

/// <summary>Stochastic gradient descent with momentum (torch.optim.SGD).
/// <code>
///   v = μ v + g
///   θ = θ − η v
/// </code>
/// </summary>
public sealed class Sgd : Optimizer
{
    private readonly float _momentum;
    private readonly float[][] _velocity;

    /// <summary>Descent with learning rate η above 0 and momentum μ, 0 ≤ μ &lt; 1.</summary>
    public Sgd(IEnumerable<Parameter> parameters, float learningRate, float momentum = 0)
        : base(parameters, learningRate)
    {
        Expect.Fraction(momentum);
        (_momentum, _velocity) = (momentum, Memory());
    }

    private protected override void Update(int index, Span<float> values, ReadOnlySpan<float> gradient)
    {
        var v = _velocity[index];
        Elementwise.Scale(_momentum, v, v);
        Elementwise.Add(v, gradient, v);
        Elementwise.AddScaled(-LearningRate, v, values);
    }
}
