using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Probes;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What lesson 05 says of GRUs, for seeds that it does not use where a seed matters.</summary>
public sealed class Claims05
{
    private static readonly DelayedRecall _recall = new(30);

    public static TheoryData<int> Seeds => [3, 4, 5];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 128)]
    [InlineData(300, 7)]
    public void Parameters_are_as_1_to_3_to_4_whatever_the_sizes(int inputs, int hidden)
    {
        var rnn = new Rnn(inputs, hidden, new TorchRandom(1)).ParameterCount;

        Assert.Equal(3 * rnn, new Gru(inputs, hidden, new TorchRandom(1)).ParameterCount);
        Assert.Equal(4 * rnn, new Lstm(inputs, hidden, new TorchRandom(1)).ParameterCount);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Turning_the_sign_of_the_update_gate_s_sums_turns_z_round(int seed)
    {
        var rng = new TorchRandom(seed);
        var (cell, x, h) = (new GruCell(4, 3, rng), Tensor.Randn(rng, 1, 4), Tensor.Randn(rng, 1, 3));
        var (_, z, n) = cell.Gates(x, h);
        var sums = (x.Linear(cell.WeightIh, cell.BiasIh) + h.Linear(cell.WeightHh, cell.BiasHh))[.., 3..6];
        var reverse = (-sums).Sigmoid();

        Assert.True((1 - z).AllClose(reverse, absolute: 1e-6f));
        Assert.True(cell.Forward(x, h).AllClose((1 - reverse) * h + reverse * n, absolute: 1e-6f));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_its_default_bias_a_GRU_stays_near_guessing_and_hangs_on_the_end(int seed)
    {
        var (model, _, accuracy) = Trained(rng => new Gru(8, 24, rng), seed);
        var influence = Influence(model);

        Assert.InRange(accuracy, 0.1f, 0.4f);
        Assert.Equal(29, influence.ArgMax().Item());
        Assert.InRange(influence[0].Item(), 0, 1e-3f);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_update_bias_3_it_learns_and_hangs_on_the_first_symbol(int seed)
    {
        var (model, _, accuracy) = Trained(rng => new Gru(8, 24, rng, updateBias: 3), seed);

        Assert.InRange(accuracy, 0.95f, 1);
        Assert.Equal(0, Influence(model).ArgMax().Item());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Training_lowers_z_on_the_mean_yet_lets_some_unit_keep_nearly_all(int seed)
    {
        var before = Gates(Trained(rng => new Gru(8, 24, rng, updateBias: 3), seed, steps: 1).Follow);
        var after = Gates(Trained(rng => new Gru(8, 24, rng, updateBias: 3), seed).Follow);

        Assert.InRange(before.Z, 0.93, 0.97);
        Assert.InRange(after.Z, 0.6, 0.9);
        Assert.InRange(before.BestKept, 0.2, 0.5);
        Assert.InRange(after.BestKept, 0.65, 1);
        Assert.Equal(0, before.Forgotten);
        Assert.InRange(after.Forgotten, 0.3, 0.7);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_LSTM_with_forget_bias_3_learns_in_the_same_budget(int seed) =>
        Assert.InRange(Trained(rng => new Lstm(8, 24, rng, forgetBias: 3), seed).Accuracy, 0.95f, 1);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void All_three_learn_the_reviews(int seed) => Assert.All(Enum.GetValues<CellKind>(), kind =>
    {
        var (rng, data) = (new TorchRandom(seed), new OrderSentiment(new TorchRandom(seed)));
        var model = TextClassifier.Recurrent(data.Vocabulary.Count, 8, 16, 2, rng, kind);
        new Trainer(new Adam(model.Parameters(), 0.01f), clipNorm: 1).Run(data.Batches(15, 32, rng),
            batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets),
            cancellation: TestContext.Current.CancellationToken);
        var heldOut = data.Encode(data.HeldOut);

        Assert.Equal(1, model.Accuracy(heldOut.Inputs, heldOut.Targets));
    });

    private static Tensor Influence(TextClassifier model) =>
        Saliency.Of(model, _recall.Draw(100, new TorchRandom(7)).Inputs, target: 0, normalize: true).Mean(0);

    /// <summary>The mean gate, the share that the best unit of a sequence keeps, and the share of units that keep
    /// less than 1 %.</summary>
    private static (double Z, double BestKept, double Forgotten) Gates(Func<GruTrace> follow)
    {
        var gates = Enumerable.Range(0, 50).Select(_ => follow().Z[1..].ToMatrix()).ToArray();
        var kept = Array.ConvertAll(gates, z => z.PointwiseLog().ColumnSums().PointwiseExp());
        return (gates.Average(z => z.Enumerate().Average()), kept.Average(units => units.Maximum()),
            kept.Average(units => units.Count(share => share < 0.01) / (double)units.Count));
    }

    private static (TextClassifier Model, Func<GruTrace> Follow, float Accuracy) Trained(
        Func<TorchRandom, RecurrentLayer> make, int seed, int steps = 200)
    {
        var rng = new TorchRandom(seed);
        var (words, reader) = (new Embedding(9, 8, rng), make(rng));
        var model = new TextClassifier(words, reader, new Linear(reader.HiddenSize, 4, rng));
        var test = _recall.Draw(256, rng);
        new Trainer(new Adam(model.Parameters(), 0.005f), clipNorm: 1).Run(_recall.Batches(steps, 32, rng),
            batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets),
            cancellation: TestContext.Current.CancellationToken);
        return (model, () => GruTrace.Of(((Gru)reader).Cells[0], words.Forward(_recall.Draw(1, rng).Inputs[0])),
            model.Accuracy(test.Inputs, test.Targets));
    }
}
