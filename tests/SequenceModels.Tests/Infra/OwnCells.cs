using SequenceModels.Layers;

namespace SequenceModels.Tests.Infra;

/// <summary>A cell as a student writes it: a leaky integrator, which keeps most of its state.</summary>
internal sealed class LeakyCell : RecurrentCell
{
    private readonly Linear _input, _state;

    public LeakyCell(int inputs, int hidden, TorchRandom rng)
    {
        _input = Register("input", new Linear(inputs, hidden, rng));
        _state = Register("state", new Linear(hidden, hidden, rng));
    }

    public override int HiddenSize => _state.Weight.Shape[0];

    public override Tensor Forward(Tensor x, Tensor h) =>
        0.95f * h + 0.05f * (_input.Forward(x) + _state.Forward(h)).Tanh();
}

/// <summary>The LSTM of 1997, which could not forget, as a student writes it.</summary>
internal sealed class UnforgettingCell : MemoryCell
{
    private readonly Linear _write, _candidate, _show;

    public UnforgettingCell(int inputs, int hidden, TorchRandom rng)
    {
        _write = Register("write", new Linear(inputs + hidden, hidden, rng));
        _candidate = Register("candidate", new Linear(inputs + hidden, hidden, rng));
        _show = Register("show", new Linear(inputs + hidden, hidden, rng));
    }

    public override int HiddenSize => _write.Weight.Shape[0];

    public override (Tensor H, Tensor C) Forward(Tensor x, (Tensor H, Tensor C) state)
    {
        var seen = Tensor.Concat([x, state.H], axis: 1);
        var c = state.C + _write.Forward(seen).Sigmoid() * _candidate.Forward(seen).Tanh();
        return (_show.Forward(seen).Sigmoid() * c.Tanh(), c);
    }
}
