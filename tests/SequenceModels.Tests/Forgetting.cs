using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class Forgetting
{
    [Fact]
    public void In_training_a_share_is_0_and_the_rest_is_scaled_so_that_the_mean_stays()
    {
        var y = new Dropout(0.2f, new TorchRandom(1)).Forward(Tensor.Ones(100, 100)).ToArray();

        Assert.All(y, value => Assert.True(value is 0 or 1 / (1 - 0.2f)));
        Assert.InRange(y.Count(value => value == 0), 1900, 2100);
    }

    [Fact]
    public void The_gradient_is_forgotten_where_the_number_was()
    {
        var x = Tensor.Ones(50).RequireGrad();

        var y = new Dropout(0.5f, new TorchRandom(1)).Forward(x);
        y.Sum().Backward();

        Assert.Contains(0, y.ToArray());
        Assert.Equal(y.ToArray(), x.Grad!.ToArray());
    }

    [Fact]
    public void The_same_seed_forgets_the_same_and_each_call_forgets_anew()
    {
        var (one, other) = (new Dropout(0.5f, new TorchRandom(1)), new Dropout(0.5f, new TorchRandom(1)));
        var x = Tensor.Ones(50);

        var first = one.Forward(x).ToArray();

        Assert.Equal(first, other.Forward(x).ToArray());
        Assert.NotEqual(first, one.Forward(x).ToArray());
    }

    [Fact]
    public void In_evaluation_and_with_a_share_of_0_nothing_changes_and_nothing_is_drawn()
    {
        var (rng, x) = (new TorchRandom(1), Tensor.Ones(50));
        var dropout = new Dropout(0.5f, rng);
        dropout.Eval();

        Assert.Same(x, dropout.Forward(x));
        Assert.Same(x, new Dropout(0, rng).Forward(x));
        Assert.Equal(new TorchRandom(1).Bits(), rng.Bits());
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void A_share_outside_0_to_1_is_refused(float p) => Refused.With<ArgumentOutOfRangeException>(
        FormattableString.Invariant($"p is {p}, expected from 0 up to, not including, 1."),
        () => new Dropout(p, new TorchRandom(1)));

    [Fact]
    public void The_mode_reaches_all_parts()
    {
        var outer = new Nested(new Nested(new Dropout(0.5f, new TorchRandom(1))));
        Module[] all = [outer, outer.Part, ((Nested)outer.Part).Part];

        Assert.All(all, module => Assert.True(module.IsTraining));
        outer.Eval();
        Assert.All(all, module => Assert.False(module.IsTraining));
        outer.Train();
        Assert.All(all, module => Assert.True(module.IsTraining));
    }

    [Fact]
    public void A_classifier_forgets_in_training_only_and_predicting_leaves_every_part_s_mode()
    {
        var rng = new TorchRandom(1);
        var dropout = new Dropout(0.9f, rng);
        var model = new TextClassifier(new Embedding(9, 8, rng), null, new Linear(8, 2, rng), dropout);
        var tokens = Tensor.RandInt(rng, 1, 9, 64, 5);
        model.Eval();
        dropout.Train();
        float[] Scores() => model.Forward(tokens).ToArray();

        Assert.NotEqual(Scores(), Scores());
        var predicted = model.Predict(tokens);
        Assert.Equal(1, model.Accuracy(tokens, predicted));
        Assert.Equal((true, false), (dropout.IsTraining, model.IsTraining));
        Refused.With<ArgumentException>("is (1), expected (batch, length)", () => model.Predict(Tensor.Zeros(1)));
        Assert.True(dropout.IsTraining);
        model.Eval();
        Assert.Equal(Scores(), Scores());
        Assert.Equal(predicted.ToArray(), model.Forward(tokens).ArgMax().ToArray());
    }

    private sealed class Nested : Module
    {
        public Nested(Module part) => Part = Register("part", part);

        public Module Part { get; }
    }
}
