using CsCheck;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class TensorArithmetic
{
    private static readonly Gen<(int M, int K, int N, int Seed)> _products =
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[0, 1000]);

    [Fact]
    public void Shapes_stretch_as_in_PyTorch()
    {
        var column = Tensor.FromArray([1f, 2], 2, 1);
        var row = Tensor.FromArray([10f, 20, 30]);

        var sum = column + row;

        Assert.Equal("(2, 3)", sum.Shape.ToString());
        Assert.Equal([11f, 21, 31, 12, 22, 32], sum.ToArray());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Refused.With<ArgumentException>("(2, 3) + (2): the shapes do not fit.", () => Tensor.Zeros(2, 3) + Tensor.Zeros(2));
        Refused.With<ArgumentException>(
            "(2, 3) by (2, 3) is no matrix product",
            () => Tensor.Zeros(2, 3).MatMul(Tensor.Zeros(2, 3)));
        Refused.With<ArgumentException>("is the batch empty?", () => Tensor.Zeros(0, 3));
    }

    [Fact]
    public void Products_agree_with_MathNet() => _products.Sample(shape =>
    {
        var rng = new TorchRandom(shape.Seed);
        var (a, b) = (Tensor.Randn(rng, shape.M, shape.K), Tensor.Randn(rng, shape.K, shape.N));

        var expected = Tensor.FromMatrix(a.ToMatrix() * b.ToMatrix());

        Assert.True(a.MatMul(b).AllClose(expected, 1e-5f, 1e-5f));
        Assert.True(a.Linear(b.Transpose()).AllClose(expected, 1e-5f, 1e-5f));
        Assert.Equal(a.MatMul(b).ToArray(), a.Unsqueeze(0).MatMul(b.Unsqueeze(0)).ToArray());
    });

    [Fact]
    public void Softmax_is_a_distribution_whatever_is_added_to_the_scores() => _products.Sample(shape =>
    {
        var x = Tensor.Randn(new TorchRandom(shape.Seed), shape.M, shape.K, shape.N) * 20;

        var p = x.Softmax(axis: 1);

        Assert.All(p.ToArray(), value => Assert.InRange(value, 0, 1));
        Assert.True(p.Sum(axis: 1).AllClose(Tensor.Ones(shape.M, shape.N), 1e-6f));
        Assert.True((x + 100).Softmax(axis: 1).AllClose(p, 1e-3f, 1e-5f));
        Assert.True(x.LogSoftmax(axis: 1).Exp().AllClose(p, 1e-5f, 1e-6f));
    });

    [Fact]
    public void A_score_of_minus_infinity_gets_exactly_nothing()
    {
        var p = Tensor.FromArray([1f, 2, 3]).MaskedFill(Tensor.FromArray([0f, 1, 0]), float.NegativeInfinity).Softmax();

        Assert.Equal(0, p[1].Item());
        Assert.Equal(1, p.Sum().Item(), 1e-6);
    }

    [Fact]
    public void The_mean_of_a_few_vectors_does_not_depend_on_their_order() => _products.Sample(shape =>
    {
        var rng = new TorchRandom(shape.Seed);
        var x = Tensor.Randn(rng, shape.K, 8);
        var permuted = x.Rows(Tensor.FromArray(rng.Permutation(shape.K)));

        Assert.Equal(x.Mean(axis: 0).ToArray(), permuted.Mean(axis: 0).ToArray());
    });

    [Fact]
    public void The_largest_is_found_along_any_axis()
    {
        var x = Tensor.FromArray([1f, 5, 2, 7, 3, 7], 2, 3);

        Assert.Equal([1f, 0], x.ArgMax().ToArray());
        Assert.Equal([1f, 0, 1], x.ArgMax(axis: 0).ToArray());
    }
}
