using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Probes;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What lesson 03 says of gradients that vanish and explode, for seeds that it does not use.</summary>
public sealed class Claims03
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_usual_RNN_and_the_usual_LSTM_vanish_faster_than_09_to_the_n_and_orthogonal_matrices_do_too(int seed)
    {
        var lecture = Math.Pow(0.9, 50);

        Assert.InRange(Left(seed, own => own, 50), 0, lecture / 1e6);
        Assert.InRange(Left(seed, _ => Tensor.Orthogonal(new TorchRandom(seed), 32, 32, 0.9f), 50), 0, lecture / 100);
        Assert.InRange(Left(seed, _ => Tensor.Orthogonal(new TorchRandom(seed), 32, 32), 50), 0, lecture);
        var lstm = GradientProbe.Through(new LstmCell(8, 32, new TorchRandom(seed)), Sequence(seed), new TorchRandom(7));
        Assert.InRange(lstm.H.Relative[50], 0, lecture / 1e6);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_matrices_keep_one_and_a_half_times_a_length_tanh_nearly_cancels_it(int seed) =>
        Assert.InRange(Left(seed, _ => Tensor.Orthogonal(new TorchRandom(seed), 32, 32, 1.5f), 99), 0.01, 100);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_matrices_of_gain_2_let_the_gradient_grow(int seed) => Assert.InRange(
        Left(seed, _ => Tensor.Randn(new TorchRandom(seed + 100), 32, 32) * (2 / MathF.Sqrt(32)), 99), 2, 1e9);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_smaller_the_radius_the_sooner_it_vanishes_and_1_is_not_enough(int seed)
    {
        var left = new[] { 0.4f, 0.6f, 0.8f, 1 }.Select(radius => Left(seed, own => Spectrum.Rescale(own, radius), 50)).ToArray();

        Assert.Equal(left.Order(), left);
        Assert.InRange(left[^1], 0, 1e-3);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_usual_matrix_has_a_singular_value_above_1_and_a_radius_below(int seed)
    {
        var w = new RnnCell(8, 32, new TorchRandom(seed)).WeightHh;

        Assert.InRange(Spectrum.SingularValues(w)[0].Item(), 1, 2);
        Assert.InRange(Spectrum.SingularValues(w)[^1].Item(), 0, 0.1);
        Assert.InRange(Spectrum.Radius(w), 0.4, 0.8);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_gradient_of_the_weights_comes_from_the_last_steps_and_longer_where_the_matrix_keeps_lengths(int seed)
    {
        var (usual, orthogonal) = (
            Terms(seed, own => own), Terms(seed, _ => Tensor.Orthogonal(new TorchRandom(seed), 32, 32)));

        Assert.InRange(Missing(usual, 10), 0, 0.005);
        Assert.InRange(Missing(orthogonal, 10), 0.03, 0.5);
        Assert.InRange(Missing(orthogonal, 50), 0, 1e-3);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void On_the_edge_a_good_part_of_the_gradient_is_left_after_20_steps_but_not_all(int seed)
    {
        var rng = new TorchRandom(seed);
        var cell = new RnnCell(8, 24, rng, Nonlinearity.Relu);
        cell.WeightHh.CopyFrom(Tensor.FromMatrix(Matrix<double>.Build.DenseIdentity(24)));
        var x = new Embedding(9, 8, rng).Forward(new DelayedRecall(20).Draw(256, rng).Inputs);

        Assert.InRange(GradientProbe.Through(cell, x, new TorchRandom(7)).Relative[0], 0.2, 0.8);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void On_the_edge_training_explodes_and_ends_at_chance_and_clipping_saves_it(int seed)
    {
        var (loss, accuracy) = OnTheEdge(seed, clip: null);

        Assert.InRange(loss.Max() / loss[0], 3, float.PositiveInfinity);
        Assert.InRange(accuracy, 0, 0.4);
        Assert.InRange(OnTheEdge(seed, clip: 1).Accuracy, 0.95, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void In_200_steps_an_RNN_recalls_over_4_steps_and_guesses_over_19_and_29_where_an_LSTM_with_bias_3_recalls(int seed)
    {
        Assert.InRange(Recall(rng => new Rnn(8, 24, rng), 4, seed), 0.95, 1);
        Assert.InRange(Recall(rng => new Rnn(8, 24, rng), 19, seed), 0, 0.4);
        Assert.InRange(Recall(rng => new Rnn(8, 24, rng), 29, seed), 0, 0.4);
        Assert.InRange(Recall(rng => new Lstm(8, 24, rng, forgetBias: 3), 4, seed), 0.95, 1);
        Assert.InRange(Recall(rng => new Lstm(8, 24, rng, forgetBias: 3), 29, seed), 0.95, 1);
    }

    private static double Left(int seed, Func<Tensor, Tensor> recurrent, int back)
    {
        var cell = new RnnCell(8, 32, new TorchRandom(seed));
        cell.WeightHh.CopyFrom(recurrent(cell.WeightHh));
        return GradientProbe.Through(cell, Sequence(seed), new TorchRandom(7)).Relative[100 - back];
    }

    /// <summary>What each step has to say of W_hh.</summary>
    private static Matrix<double>[] Terms(int seed, Func<Tensor, Tensor> recurrent)
    {
        var cell = new RnnCell(8, 32, new TorchRandom(seed));
        var copies = Enumerable.Range(0, 100).Select(_ => recurrent(cell.WeightHh).Detach().RequireGrad()).ToArray();
        var (x, h) = (Sequence(seed), Tensor.Zeros(1, 32));
        for (var t = 0; t < 100; t++)
        {
            h = (x[.., t].Linear(cell.WeightIh, cell.BiasIh) + h.Linear(copies[t], cell.BiasHh)).Tanh();
        }

        (h * Tensor.Randn(new TorchRandom(7), 1, 32)).Sum().Backward();
        return [.. copies.Select(copy => copy.Grad!.ToMatrix())];
    }

    /// <summary>The part of the gradient, by length, that is not in the last terms.</summary>
    private static double Missing(Matrix<double>[] terms, int kept)
    {
        var whole = Sum(terms);
        return (whole - Sum(terms[^kept..])).FrobeniusNorm() / whole.FrobeniusNorm();

        static Matrix<double> Sum(IEnumerable<Matrix<double>> some) => some.Aggregate((a, b) => a + b);
    }

    private static Tensor Sequence(int seed) => Tensor.Randn(new TorchRandom(seed), 1, 100, 8);

    private static (List<float> Loss, double Accuracy) OnTheEdge(int seed, float? clip)
    {
        var (rng, task, loss) = (new TorchRandom(seed), new DelayedRecall(20), new List<float>());
        var rnn = new Rnn(8, 24, rng, nonlinearity: Nonlinearity.Relu);
        rnn.Cells[0].WeightHh.CopyFrom(Tensor.FromMatrix(Matrix<double>.Build.DenseIdentity(24)));
        var model = new TextClassifier(new Embedding(9, 8, rng), rnn, new Linear(24, 4, rng));
        var trainer = new Trainer(new Sgd(model.Parameters(), 0.03f), clip);
        loss.AddRange(trainer.Steps(
            task.Batches(300, 32, rng), batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets))
            .Select(step => step.Loss));
        return (loss, Accuracy(model, task, rng));
    }

    private static double Recall(Func<TorchRandom, RecurrentLayer> make, int delay, int seed)
    {
        var (rng, task) = (new TorchRandom(seed), new DelayedRecall(delay + 1));
        var model = new TextClassifier(new Embedding(9, 8, rng), make(rng), new Linear(24, 4, rng));
        new Trainer(new Adam(model.Parameters(), 0.005f), clipNorm: 1).Run(
            task.Batches(200, 32, rng), batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets));
        return Accuracy(model, task, rng);
    }

    private static double Accuracy(TextClassifier model, DelayedRecall task, TorchRandom rng)
    {
        var test = task.Draw(256, rng);
        return model.Accuracy(test.Inputs, test.Targets);
    }
}
