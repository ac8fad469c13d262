using SequenceModels.Layers;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class TapePaths
{
    [Fact]
    public void Of_several_ways_the_shortest_and_the_longest_are_counted()
    {
        var x = Tensor.Ones(2).RequireGrad();
        var y = x + x.Tanh().Exp().Log();

        Assert.Equal(new TapePath(1, 4), TapePath.Between(x, y));
        Assert.Equal(new TapePath(2, 5), TapePath.Between(x, y.Sum()));
        Assert.Equal(new TapePath(0, 0), TapePath.Between(y, y));
    }

    [Fact]
    public void What_comes_before_the_start_does_not_count()
    {
        var x = Tensor.Ones(2).RequireGrad();
        var middle = x.Tanh();

        Assert.Equal(new TapePath(3, 3), TapePath.Between(middle, (middle.Exp() * x).Sum()));
    }

    [Fact]
    public void The_way_through_a_cell_grows_with_the_length_and_the_one_through_self_attention_does_not()
    {
        var rng = new TorchRandom(1);
        var (cell, attention) = (new RnnCell(4, 4, rng), new SelfAttention(4, rng));

        TapePath FromTheFirst(int length, Func<Tensor[], Tensor> last)
        {
            Tensor[] tokens = [.. Enumerable.Range(0, length).Select(_ => Tensor.Randn(rng, 1, 4).RequireGrad())];
            return TapePath.Between(tokens[0], last(tokens));
        }

        // linear, then + and tanh; from there on linear, + and tanh again for each step
        Assert.All([1, 2, 30], length => Assert.Equal(new TapePath(3 * length, 3 * length), FromTheFirst(
            length, tokens => tokens.Aggregate(Tensor.Zeros(1, 4), (h, x) => cell.Forward(x, h)))));
        Assert.Single(new[] { 2, 10, 1000 }.Select(length => FromTheFirst(
            length, tokens => attention.Forward(Tensor.Stack(tokens, axis: 1)).Output[.., ^1])).Distinct());
    }

    [Fact]
    public void A_tape_of_many_thousand_operations_is_walked_through()
    {
        var x = Tensor.Ones(1).RequireGrad();
        var y = Enumerable.Range(0, 20_000).Aggregate((Tensor)x, (value, _) => value.Tanh());

        Assert.Equal(20_000, TapePath.Between(x, y).Longest);
    }

    [Fact]
    public void Where_there_is_no_way_that_is_said()
    {
        var (x, other) = (Tensor.Ones(1), Tensor.Ones(1).RequireGrad());

        Refused.With<ArgumentException>("does from ask for gradients", () => TapePath.Between(x, x.Tanh()));
        Refused.With<ArgumentException>("no way", () => TapePath.Between(x, other.Tanh()));
    }
}
