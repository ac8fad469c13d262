using SequenceModels.Layers;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class TrainingRuns
{
    private readonly Parameter _weight = new(Tensor.FromArray([2f]));
    private readonly CancellationToken _end = TestContext.Current.CancellationToken;

    [Fact]
    public void Each_step_is_reported_as_it_is_made()
    {
        var seen = new List<TrainingStep>();

        var steps = new Trainer(new Sgd([_weight], 0.25f)).Run(
            Enumerable.Range(1, 3), _ => (_weight * _weight).Sum(), new Immediate(seen.Add), _end);

        Assert.Equal(steps, seen);
        Assert.Equal([1, 2, 3], steps.Select(step => step.Step));
        Assert.Equal([4f, 1, 0.25f], steps.Select(step => step.Loss)); // w halves at each step
        Assert.Equal([4f, 2, 1], steps.Select(step => step.GradientNorm));
        Assert.Equal(0.25f, _weight.Item());
    }

    [Fact]
    public void Stopped_training_keeps_what_was_learned()
    {
        using var stop = new CancellationTokenSource();

        var steps = new Trainer(new Sgd([_weight], 0.25f)).Run(
            Enumerable.Range(1, 1000),
            _ => (_weight * _weight).Sum(),
            new Immediate(step => Stop(step.Step == 2)),
            stop.Token);

        Assert.Equal(2, steps.Count);
        Assert.Equal(0.5f, _weight.Item());

        void Stop(bool now)
        {
            if (now)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_training_with_the_last_good_parameters_and_a_hint()
    {
        var trainer = new Trainer(new Sgd([_weight], 0.25f));

        var error = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Run(
                Enumerable.Range(1, 9), step => (_weight * (step == 3 ? float.NaN : 1)).Sum(), cancellation: _end));

        Assert.Equal(3, error.Step);
        Assert.Contains("The loss is NaN at step 3.", error.Message, StringComparison.Ordinal);
        Assert.Contains("try a lower learning rate (it is 0.25), or clip gradients (clipNorm: 1)", error.Message,
            StringComparison.Ordinal);
        Assert.Equal(1.75f, _weight.Item()); // step 2 saw 1.75 and a finite loss
    }

    [Fact]
    public void A_gradient_that_is_not_finite_ends_training_before_the_step()
    {
        var zero = new Parameter(Tensor.Zeros(1));

        var error = Assert.Throws<TrainingDivergedException>(() =>
            new Trainer(new Sgd([zero], 1)).Run([0], _ => (zero * 1e38f * 10 + 1).Sum(), cancellation: _end));

        Assert.Contains("The gradient's norm is", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, zero.Item());
    }

    [Fact]
    public void A_cell_of_one_s_own_trains_and_its_gradients_are_right()
    {
        var rng = new TorchRandom(5);
        var cell = new LeakyCell(3, 4, rng);
        var (x, target) = (Tensor.Randn(rng, 2, 5, 3), Tensor.Randn(rng, 2, 4) * 0.3f);
        Tensor Error() => Loss.MeanSquaredError(new Unrolled(cell).Forward(x).HN, target);

        Assert.InRange(GradientCheck.LargestError(Error, cell.Parameters()), 0, 1e-3f);
        var steps = new Trainer(new Adam(cell.Parameters(), 0.05f)).Run(
            Enumerable.Range(1, 200), _ => Error(), cancellation: _end);
        Assert.InRange(steps[^1].Loss, 0, steps[0].Loss / 20);
    }

    private sealed class LeakyCell : RecurrentCell
    {
        private readonly Linear _input, _state;

        public LeakyCell(int inputs, int hidden, TorchRandom rng) =>
            (_input, _state) = (
                Register("input", new Linear(inputs, hidden, rng)), Register("state", new Linear(hidden, hidden, rng)));

        public override int HiddenSize => _state.Weight.Shape[0];

        public override Tensor Forward(Tensor x, Tensor h) =>
            0.5f * h + 0.5f * (_input.Forward(x) + _state.Forward(h)).Tanh();
    }

    private sealed class Immediate(Action<TrainingStep> report) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => report(value);
    }
}
