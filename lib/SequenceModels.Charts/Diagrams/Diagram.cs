using SequenceModels.Probes;

namespace SequenceModels.Charts;

/// <summary>Diagrams of your own network, with the numbers of your own sentence on the arrows.</summary>
public static class Diagram
{
    /// <summary>An LSTM cell: where the memory and the hidden state go, and what each gate lets through.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="trace">What the cell did at each of its words.</param>
    /// <param name="unit">The unit whose numbers are shown.</param>
    /// <exception cref="ArgumentException">No words or more than 16, or not one step of the trace a word.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static LivingDiagram Lstm(IReadOnlyList<string> words, LstmTrace trace, int unit = 0) =>
        LstmDiagram.Draw(words, trace, unit);
}
