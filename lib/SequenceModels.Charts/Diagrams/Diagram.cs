using SequenceModels.Probes;

namespace SequenceModels.Charts;

/// <summary>Diagrams of your own network, with the numbers of your own sentence on the arrows.</summary>
public static class Diagram
{
    /// <summary>A plain recurrent network twice: folded, as a cell that feeds itself, and unrolled, a copy for each
    /// word.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="trace">What the cell did at each of its words.</param>
    /// <param name="unit">The unit whose numbers are shown.</param>
    /// <exception cref="ArgumentException">No words or more than 16, or not one step of the trace a word.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static LivingDiagram Rnn(IReadOnlyList<string> words, RnnTrace trace, int unit = 0) =>
        RnnDiagram.Draw(words, trace, unit);

    /// <summary>An LSTM cell: where the memory and the hidden state go, and what each gate lets through.</summary>
    /// <inheritdoc cref="Rnn"/>
    public static LivingDiagram Lstm(IReadOnlyList<string> words, LstmTrace trace, int unit = 0) =>
        LstmDiagram.Draw(words, trace, unit);

    /// <summary>A GRU cell: what its update gate keeps and writes, and what its reset gate lets the candidate see.</summary>
    /// <inheritdoc cref="Rnn"/>
    public static LivingDiagram Gru(IReadOnlyList<string> words, GruTrace trace, int unit = 0) =>
        GruDiagram.Draw(words, trace, unit);
}
