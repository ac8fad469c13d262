namespace SequenceModels.Training;

/// <summary>Changes parameters along their gradients.</summary>
public abstract class Optimizer
{
    private float _learningRate;

    private protected Optimizer(IEnumerable<Parameter> parameters, float learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = [.. parameters];
        LearningRate = learningRate;
        if (Parameters.Count == 0)
        {
            throw new ArgumentException("parameters is empty: there is nothing to train.", nameof(parameters));
        }
    }

    /// <summary>What is trained.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The size of a step, above 0; it may be changed between steps.</summary>
    public float LearningRate
    {
        get => _learningRate;
        set
        {
            Expect.Positive(value, "learningRate");
            _learningRate = value;
        }
    }

    /// <summary>Forgets all gradients, before the next loss.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in Parameters)
        {
            parameter.ZeroGrad();
        }
    }

    /// <summary>One step; parameters without a gradient stay.</summary>
    public void Step()
    {
        BeginStep();
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (Parameters[i].Grad is { } gradient)
            {
                Update(i, Parameters[i].Values, gradient.Values);
            }
        }
    }

    private protected virtual void BeginStep()
    {
    }

    private protected abstract void Update(int index, Span<float> values, ReadOnlySpan<float> gradient);

    /// <summary>Numbers to remember between steps, as many as each parameter has, 0 at first.</summary>
    private protected float[][] Memory() => [.. Parameters.Select(parameter => new float[parameter.Shape.Size])];
}
