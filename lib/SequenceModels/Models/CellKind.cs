using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>Which recurrent network a model is made with.</summary>
public enum CellKind
{
    /// <summary>The plain one, <see cref="Layers.Rnn"/>.</summary>
    Rnn,

    /// <summary>The gated recurrent unit, <see cref="Layers.Gru"/>.</summary>
    Gru,

    /// <summary>The long short-term memory, <see cref="Layers.Lstm"/>.</summary>
    Lstm,
}

internal static class CellKinds
{
    public static RecurrentLayer Layer(
        this CellKind cell, int inputs, int hiddenSize, TorchRandom rng, bool bidirectional = false) =>
        cell switch
        {
            CellKind.Rnn => new Rnn(inputs, hiddenSize, rng, bidirectional: bidirectional),
            CellKind.Gru => new Gru(inputs, hiddenSize, rng, bidirectional: bidirectional),
            CellKind.Lstm => new Lstm(inputs, hiddenSize, rng, bidirectional: bidirectional),
            _ => throw new ArgumentOutOfRangeException(
                nameof(cell), $"cell is {cell}, expected Rnn, Gru or Lstm."),
        };
}
