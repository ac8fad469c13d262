using SequenceModels.Layers;
using SequenceModels.Probes;

namespace SequenceModels.Charts.Tests.Diagrams;

/// <summary>One of every diagram, of networks that nobody trained.</summary>
public static class Drawn
{
    public static readonly string[] Words = ["brilliant", "<b>", "it is", "far"];

    public static IReadOnlyDictionary<string, Func<LivingDiagram>> All { get; } =
        new Dictionary<string, Func<LivingDiagram>>
        {
            ["RNN"] = () => Diagram.Rnn(Words, Rnn, unit: 1),
            ["LSTM"] = () => Diagram.Lstm(Words, Lstm, unit: 1),
            ["GRU"] = () => Diagram.Gru(Words, Gru, unit: 1),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static RnnTrace Rnn => RnnTrace.Of(new RnnCell(4, 3, Seed), Vectors);

    public static GruTrace Gru => GruTrace.Of(new GruCell(4, 3, Seed), Vectors);

    public static LstmTrace Lstm => LstmTrace.Of(new LstmCell(4, 3, Seed), Vectors);

    private static TorchRandom Seed => new(42);

    private static Tensor Vectors => Tensor.Randn(new TorchRandom(1), Words.Length, 4);
}
