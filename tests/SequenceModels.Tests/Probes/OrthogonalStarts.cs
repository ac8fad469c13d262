using CsCheck;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class OrthogonalStarts
{
    // torch.manual_seed(seed); torch.nn.init.orthogonal_(torch.empty(rows, columns))
    [Theory]
    [InlineData(42, 3, 3, new[]
    {
        0.1499356f, 0.22015139f, 0.96387374f, 0.10257237f, -0.97309715f, 0.2063024f, 0.98336065f, 0.067934722f, -0.16848344f,
    })]
    [InlineData(7, 2, 3, new[] { -0.11844325f, 0.63430709f, 0.76395392f, -0.48921087f, 0.63223696f, -0.60079044f })]
    [InlineData(42, 5, 4, new[]
    {
        0.90196705f, 0.37902567f, 0.16516724f, 0.067373522f, -0.35487252f, 0.78086871f, 0.093820296f, 0.4585731f,
        0.16657397f, -0.46742749f, -0.053962272f, 0.84309047f, -0.1084207f, 0.07773456f, -0.27440241f, 0.26414162f,
        -0.14497957f, -0.14850038f, 0.94112116f, 0.067817718f,
    })]
    public void They_are_PyTorch_s(long seed, int rows, int columns, float[] expected)
    {
        var w = Tensor.Orthogonal(new TorchRandom(seed), rows, columns);

        Assert.True(w.AllClose(Tensor.FromArray(expected, rows, columns), absolute: 1e-6f), $"{w}");
    }

    [Fact]
    public void The_fewer_of_rows_and_columns_are_orthogonal_with_the_gain_as_length()
    {
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Float[0.1f, 3], Gen.Long).Sample((rows, columns, gain, seed) =>
        {
            var q = Tensor.Orthogonal(new TorchRandom(seed), rows, columns, gain);
            var product = rows < columns ? q.MatMul(q.Transpose()) : q.Transpose().MatMul(q);

            var n = Math.Min(rows, columns);
            var expected = Tensor.FromArray([.. Enumerable.Range(0, n * n).Select(i => i % (n + 1) == 0 ? gain * gain : 0)], n, n);
            Assert.True(product.AllClose(expected, absolute: 1e-5f), $"{product}");
        }, iter: 200);
    }

    [Fact]
    public void A_matrix_of_nothing_or_no_gain_is_refused()
    {
        Refused.With<ArgumentOutOfRangeException>("columns is 0", () => Tensor.Orthogonal(new TorchRandom(1), 3, 0));
        Refused.With<ArgumentOutOfRangeException>("gain is NaN", () => Tensor.Orthogonal(new TorchRandom(1), 3, 3, float.NaN));
    }
}
