using CsCheck;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;
using SequenceModels.Layers;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class RecurrentSpectra
{
    [Fact]
    public void A_rotation_keeps_all_lengths()
    {
        var (cos, sin) = ((float)Math.Cos(0.3), (float)Math.Sin(0.3));
        var w = 0.9f * Tensor.FromArray(new[,] { { cos, -sin }, { sin, cos } }); // eigenvalues 0.9 e^{±0.3i}

        Assert.Equal(0.9f, Spectrum.Radius(w), 1e-6f);
        Assert.True(Spectrum.SingularValues(w).AllClose(Tensor.FromArray([0.9f, 0.9f]), relative: 1e-6f));
    }

    [Fact]
    public void A_triangular_matrix_has_its_eigenvalues_on_the_diagonal_yet_may_lengthen_by_more()
    {
        var w = Tensor.FromArray(new[,] { { 0.5f, 10, 1 }, { 0, -0.8f, 10 }, { 0, 0, 0.1f } });

        Assert.Equal(0.8f, Spectrum.Radius(w), 1e-6f);
        Assert.InRange(Spectrum.SingularValues(w)[0].Item(), 10, 15); // at least what it does to a column
    }

    [Fact]
    public void Singular_values_are_those_of_the_known_factors()
    {
        var (rng, s) = (new TorchRandom(3), new[,] { { 3f, 0 }, { 0, 0.5f } });
        var (u, v) = (Tensor.Orthogonal(rng, 4, 2), Tensor.Orthogonal(rng, 2, 5));

        var values = Spectrum.SingularValues(u.MatMul(Tensor.FromArray(s)).MatMul(v));

        Assert.True(values.AllClose(Tensor.FromArray([3, 0.5f, 0, 0]), absolute: 1e-6f), $"{values}");
    }

    [Fact]
    public void A_rescaled_matrix_has_the_radius_asked_for_and_the_same_directions()
    {
        var matrix = Gen.Select(Gen.Int[1, 12], Gen.Long, Gen.Float[0.01f, 3]);
        matrix.Sample((n, seed, radius) =>
        {
            var w = new RnnCell(2, n, new TorchRandom(seed)).WeightHh;
            var rescaled = Spectrum.Rescale(w, radius);
            Assert.Equal(radius, Spectrum.Radius(rescaled), radius * 1e-3f); // float32 entries move close eigenvalues
            Assert.True(rescaled.AllClose(w * (radius / Spectrum.Radius(w)), relative: 1e-5f));
        }, iter: 200);
    }

    [Fact]
    public void What_has_no_spectrum_is_refused()
    {
        Refused.With<ArgumentException>("w is (2, 3), expected a square matrix", () => Spectrum.Radius(Tensor.Ones(2, 3)));
        Refused.With<ArgumentException>("w is (4), expected a square matrix", () => Spectrum.Rescale(Tensor.Ones(4), 1));
        Refused.With<ArgumentException>(
            "w is (4), expected (rows, columns)", () => Spectrum.SingularValues(Tensor.Ones(4)));
        var broken = Tensor.FromArray(new[,] { { 1f, 2 }, { float.NaN, 3 } });
        foreach (var probe in new Func<Tensor, object>[] { w => Spectrum.Radius(w), Spectrum.SingularValues })
        {
            Refused.With<ArgumentException>("w holds NaN at position 2 (of (2, 2)), expected finite numbers.", () => probe(broken));
        }

        Refused.With<ArgumentException>(
            "w has only the eigenvalue 0, and no factor gives it the radius 0.9.",
            () => Spectrum.Rescale(Tensor.FromArray(new[,] { { 0f, 1 }, { 0, 0 } }), 0.9f));
        Refused.With<ArgumentOutOfRangeException>("radius is 0", () => Spectrum.Rescale(Tensor.Ones(2, 2), 0));
    }

    [Fact]
    public void MathNet_computes_with_managed_code_whose_bits_do_not_depend_on_threads()
    {
        Assert.Equal("Managed", LinearAlgebraControl.Provider.ToString());
        var rng = new TorchRandom(1);
        var (x, w) = (Tensor.Randn(rng, 150, 70).ToMatrix(), Tensor.Randn(rng, 70, 70).ToMatrix());
        var before = Control.MaxDegreeOfParallelism;
        try
        {
            var bits = new[] { 1, 2, 8 }.Select(threads =>
            {
                Control.MaxDegreeOfParallelism = threads;
                Matrix<double>[] results = [x.QR().Q, x.QR().R, w.Svd().VT, w.Evd().D];
                return string.Join(" ", results.SelectMany(result => result.Enumerate()).Select(BitConverter.DoubleToInt64Bits));
            });
            Assert.Single(bits.Distinct());
        }
        finally
        {
            Control.MaxDegreeOfParallelism = before;
        }
    }
}
