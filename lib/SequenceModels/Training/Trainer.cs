namespace SequenceModels.Training;

/// <summary>The training loop: loss → gradients → clip → step, batch after batch.</summary>
/// <param name="optimizer">What changes the parameters.</param>
/// <param name="clipNorm">The limit for the gradient's norm, above 0; none if not given.</param>
public sealed class Trainer(Optimizer optimizer, float? clipNorm = null)
{
    private readonly float? _clipNorm = clipNorm is { } limit ? Expect.Positive(limit, nameof(clipNorm)) : null;
    private readonly Workspace _workspace = new();
    private readonly float[][] _lastGood =
        [.. optimizer.Parameters.Select(parameter => new float[parameter.Shape.Size])];
    private bool _saved;

    /// <summary>Trains to the end of the batches, or until cancelled; what was learned by then stays.</summary>
    /// <returns>A record for each step made.</returns>
    /// <inheritdoc cref="Steps"/>
    public IReadOnlyList<TrainingStep> Run<TBatch>(
        IEnumerable<TBatch> batches, Func<TBatch, Tensor> loss,
        IProgress<TrainingStep>? progress = null, CancellationToken cancellation = default)
    {
        var steps = new List<TrainingStep>();
        foreach (var step in Steps(batches, loss, cancellation))
        {
            steps.Add(step);
            progress?.Report(step);
        }

        return steps;
    }

    /// <summary>Trains as it is enumerated: each record asked for is one step made.</summary>
    /// <param name="batches">What the steps train on, one a step; <c>Enumerable.Range(1, 200)</c> when the loss needs
    /// none.</param>
    /// <param name="loss">The loss of a batch. Tensors that it computes live until the step ends: keep numbers, or
    /// Detach().</param>
    /// <param name="cancellation">Ends training before the next step.</param>
    /// <exception cref="TrainingDivergedException">The loss or a gradient is not finite.</exception>
    public IEnumerable<TrainingStep> Steps<TBatch>(
        IEnumerable<TBatch> batches, Func<TBatch, Tensor> loss, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(loss);
        var step = 0;
        foreach (var batch in batches)
        {
            if (cancellation.IsCancellationRequested)
            {
                yield break;
            }

            yield return Advance(++step, () => loss(batch));
        }
    }

    private TrainingStep Advance(int step, Func<Tensor> loss)
    {
        using (_workspace.Step())
        {
            optimizer.ZeroGrad();
            var value = loss();
            if (!float.IsFinite(value.Item()))
            {
                Restore();
                throw Diverged("The loss", value.Item());
            }

            value.Backward();
            var norm = _clipNorm is { } limit
                ? GradientClipping.ClipNorm(optimizer.Parameters, limit)
                : GradientClipping.Norm(optimizer.Parameters);
            if (!float.IsFinite(norm))
            {
                throw Diverged("The gradient's norm", norm);
            }

            Save();
            optimizer.Step();
            return new TrainingStep(step, value.Item(), norm, optimizer.LearningRate);
        }

        TrainingDivergedException Diverged(string what, float value) =>
            new(what, value, step, optimizer.LearningRate, _clipNorm);
    }

    private void Save()
    {
        _saved = true;
        for (var i = 0; i < _lastGood.Length; i++)
        {
            optimizer.Parameters[i].Values.CopyTo(_lastGood[i]);
        }
    }

    private void Restore()
    {
        for (var i = 0; _saved && i < _lastGood.Length; i++)
        {
            _lastGood[i].CopyTo(optimizer.Parameters[i].Values);
        }
    }
}
