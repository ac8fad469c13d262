using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

/// <summary>The LSTM of 1997: c' = c + i ⊙ g, h' = o ⊙ tanh(c'). Nothing is ever forgotten.</summary>
/// <remarks>Hochreiter and Schmidhuber 1997, "Long short-term memory", Neural Computation 9(8).</remarks>
internal sealed class WithoutForgetting : MemoryCell
{
    private readonly Linear _gates;

    public WithoutForgetting(int inputs, int hidden, TorchRandom rng) =>
        _gates = Register("gates", new Linear(inputs + hidden, 3 * hidden, rng));

    public override int HiddenSize => _gates.Weight.Shape[0] / 3;

    public override (Tensor H, Tensor C) Forward(Tensor x, (Tensor H, Tensor C) state)
    {
        var sums = _gates.Forward(Tensor.Concat([x, state.H], axis: 1)).Reshape(-1, 3, HiddenSize);
        var c = state.C + sums[.., 0].Sigmoid() * sums[.., 1].Tanh();
        return (sums[.., 2].Sigmoid() * c.Tanh(), c);
    }
}
