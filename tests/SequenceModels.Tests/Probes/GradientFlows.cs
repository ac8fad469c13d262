using MathNet.Numerics.LinearAlgebra;
using SequenceModels.Layers;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class GradientFlows
{
    [Fact]
    public void An_RNN_s_gradient_is_the_product_of_its_steps_Jacobians()
    {
        var rng = new TorchRandom(3);
        var (cell, x, weights) = (new RnnCell(3, 5, rng), Tensor.Randn(rng, 1, 12, 3), Tensor.Randn(rng, 5));

        var flow = GradientProbe.Through(cell, x, h => (h[0] * weights).Sum());

        // ∂L/∂h_k = (Π_{t>k} diag(1 − h_t²) W_hh)ᵀ w, in double
        var (states, gradient) = (new Unrolled(cell).Forward(x).Output[0].ToMatrix(), weights.ToVector());
        Assert.Equal(13, flow.Norms.Count);
        Assert.Equal(gradient.L2Norm(), flow.Norms[12], 1e-6);
        for (var k = 11; k >= 0; k--)
        {
            var slopes = states.Row(k).Map(h => 1 - h * h); // row k is h_{k+1}
            var jacobian = Matrix<double>.Build.DenseOfDiagonalVector(slopes) * cell.WeightHh.ToMatrix();
            gradient = jacobian.TransposeThisAndMultiply(gradient);
            Assert.Equal(1, flow.Norms[k] / gradient.L2Norm(), 1e-4);
        }
    }

    [Fact]
    public void Relative_norms_end_at_1_and_are_the_product_of_the_step_factors()
    {
        var rng = new TorchRandom(4);

        var flow = GradientProbe.Through(new GruCell(2, 6, rng), Tensor.Randn(rng, 3, 9, 2), rng);

        Assert.Equal(1, flow.Relative[^1]);
        Assert.Equal(9, flow.Factors.Count);
        Assert.Equal(flow.Relative[0], flow.Factors.Aggregate(1.0, (product, factor) => product * factor), 1e-12);
    }

    [Fact]
    public void A_memory_that_keeps_all_hands_its_gradient_back_unchanged()
    {
        // f = 1, i = 0: c' = c, so ∂L/∂c is the same at every step
        var rng = new TorchRandom(5);
        var cell = KeepingCell(rng);

        var (h, c) = GradientProbe.Through(cell, Tensor.Randn(rng, 2, 200, 3), rng);

        Assert.All(c.Relative, part => Assert.Equal(1, part, 1e-6));
        Assert.Equal(0, h.Norms[0]); // and nothing goes through h
    }

    [Fact]
    public void The_cell_s_parameters_and_a_given_state_keep_their_gradients()
    {
        var rng = new TorchRandom(6);
        var (cell, x, h0) = (new RnnCell(2, 3, rng), Tensor.Randn(rng, 1, 4, 2), Tensor.Randn(rng, 1, 3).RequireGrad());

        GradientProbe.Through(cell, x, h => h.Sum(), h0);

        Assert.All(cell.Parameters().Append(h0), tensor => Assert.Null(tensor.Grad));
        Assert.All(cell.Parameters(), parameter => Assert.True(parameter.RequiresGrad));
    }

    [Fact]
    public void A_cell_of_one_s_own_is_measured_too()
    {
        var rng = new TorchRandom(7);
        var x = Tensor.Randn(rng, 2, 50, 3);

        var leaky = GradientProbe.Through(new LeakyCell(3, 8, rng), x, rng);
        var (_, kept) = GradientProbe.Through(new UnforgettingCell(3, 8, rng), x, rng);

        Assert.All(leaky.Factors, factor => Assert.InRange(factor, 0.9, 1.05));
        Assert.InRange(kept.Relative[0], 0.3, 300);
    }

    [Fact]
    public void What_float32_cannot_hold_reads_0()
    {
        var rng = new TorchRandom(8);

        var flow = GradientProbe.Through(new RnnCell(8, 32, rng), Tensor.Randn(rng, 1, 400, 8), rng);

        Assert.Equal(0, flow.Norms[0]);
        Assert.Equal(double.NaN, flow.Factors[0]);
        Assert.InRange(flow.Norms.Where(norm => norm > 0).Min(), 1e-45, 1e-42);
    }

    [Fact]
    public void Wrong_shapes_are_explained()
    {
        var rng = new TorchRandom(9);
        var cell = new RnnCell(2, 3, rng);

        Refused.With<ArgumentException>("x is (4, 2), expected (batch, length, inputs): is the batch axis missing?",
            () => GradientProbe.Through(cell, Tensor.Zeros(4, 2), rng));
        Refused.With<ArgumentException>("start is (1, 2), expected (1, 3)",
            () => GradientProbe.Through(cell, Tensor.Zeros(1, 4, 2), h => h.Sum(), Tensor.Zeros(1, 2)));
        Refused.With<InvalidOperationException>("this tensor is (1, 3): reduce it first",
            () => GradientProbe.Through(cell, Tensor.Zeros(1, 4, 2), h => h));
    }

    /// <summary>An LSTM cell whose biases hold f at 1 and i at 0.</summary>
    private static LstmCell KeepingCell(TorchRandom rng)
    {
        var cell = new LstmCell(3, 4, rng, forgetBias: 200);
        var biases = cell.BiasIh.ToArray();
        Array.Fill(biases, -200, 0, 4); // i = σ(−200 + …) = 0 in float32
        cell.BiasIh.CopyFrom(Tensor.FromArray(biases));
        return cell;
    }
}
