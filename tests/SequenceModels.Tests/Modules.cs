using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class Modules
{
    [Fact]
    public void Parameters_have_PyTorch_s_names()
    {
        var rng = new TorchRandom(1);

        Assert.Equal(
            [
                "weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0",
                "weight_ih_l1", "weight_hh_l1", "bias_ih_l1", "bias_hh_l1",
            ],
            Names(new Rnn(3, 4, rng, layers: 2)));
        Assert.Equal(["weight_ih", "weight_hh", "bias_ih", "bias_hh"], Names(new RnnCell(3, 4, rng)));
        Assert.Equal(
            [
                "embedding.weight", "rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0", "rnn.bias_hh_l0",
                "linear.weight", "linear.bias",
            ],
            Names(TextClassifier.Recurrent(9, 2, 3, 2, rng)));
        Assert.Equal(4 * 3 + 4 * 4 + 4 + 4, new RnnCell(3, 4, rng).ParameterCount);
    }

    [Fact]
    public void Loading_names_everything_that_does_not_fit_and_changes_nothing()
    {
        var linear = new Linear(3, 2, new TorchRandom(1));
        var before = linear.Weight.ToArray();

        Refused.With<ArgumentException>(
            "These values do not fit Linear; missing: bias (2); unexpected: extra (1); "
            + "wrong shape: weight is (3, 2), expected (2, 3).",
            () => linear.Load(new Dictionary<string, Tensor>
            {
                ["weight"] = Tensor.Zeros(3, 2),
                ["extra"] = Tensor.Zeros(1),
            }));
        Assert.Equal(before, linear.Weight.ToArray());
    }

    [Fact]
    public void What_one_module_holds_another_can_load()
    {
        var (from, into) = (new Rnn(3, 4, new TorchRandom(1)), new Rnn(3, 4, new TorchRandom(2)));
        var x = Tensor.Randn(new TorchRandom(3), 2, 5, 3);

        into.Load(from.NamedParameters().ToDictionary(named => named.Name, named => (Tensor)named.Parameter));

        Assert.Equal(from.Forward(x).Output.ToArray(), into.Forward(x).Output.ToArray());
    }

    [Fact]
    public void Names_are_unique_and_without_dots()
    {
        Assert.Throws<ArgumentException>(() => new Named("a", "a"));
        Assert.Throws<ArgumentException>(() => new Named("a.b"));
    }

    private static IEnumerable<string> Names(Module module) => module.NamedParameters().Select(named => named.Name);

    private sealed class Named : Module
    {
        public Named(params string[] names)
        {
            foreach (var name in names)
            {
                Register(name, Tensor.Zeros(1));
            }
        }
    }
}
