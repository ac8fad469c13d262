using SequenceModels.Layers;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class RnnTraces
{
    [Theory]
    [InlineData(Nonlinearity.Tanh)]
    [InlineData(Nonlinearity.Relu)]
    public void An_RNN_s_parts_add_up_to_the_layer_s_states(Nonlinearity nonlinearity)
    {
        var rng = new TorchRandom(3);
        var (rnn, x, h0) = (new Rnn(3, 5, rng, nonlinearity: nonlinearity), Tensor.Randn(rng, 1, 6, 3), Tensor.Randn(rng, 5));

        var trace = RnnTrace.Of(rnn.Cells[0], x, h0);

        var sum = trace.FromX + trace.FromH;
        var states = nonlinearity == Nonlinearity.Tanh ? sum.Tanh() : sum.Relu();
        Assert.True(states.AllClose(trace.H, absolute: 1e-6f));
        Assert.True(rnn.Forward(x, h0.Reshape(1, 1, -1)).Output[0].AllClose(trace.H, absolute: 1e-6f));
        Assert.Equal(nonlinearity, trace.Nonlinearity);
        Assert.True(h0.AllClose(trace.H0));
    }

    [Fact]
    public void A_batch_is_refused() => Refused.With<ArgumentException>(
        "a trace follows one sentence", () => RnnTrace.Of(new RnnCell(3, 4, new TorchRandom(1)), Tensor.Zeros(2, 5, 3)));
}
