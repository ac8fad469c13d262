using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Probes;

namespace SequenceModels.Charts.Tests.Diagrams;

/// <summary>One of every diagram, of networks that nobody trained.</summary>
public static class Drawn
{
    public static readonly string[] Words = ["incomprehensibilities", "<b>", "it is", "far"];

    public static IReadOnlyDictionary<string, Func<LivingDiagram>> All { get; } =
        new Dictionary<string, Func<LivingDiagram>>
        {
            ["RNN"] = () => Diagram.Rnn(Words, Rnn, unit: 1),
            ["LSTM"] = () => Diagram.Lstm(Words, Lstm, unit: 1),
            ["GRU"] = () => Diagram.Gru(Words, Gru, unit: 1),
            ["encoder-decoder"] = () => Diagram.EncoderDecoder(Words, Written(Plain), Plain, unit: 1),
            ["Luong"] = () => Diagram.Attention(Words, Written(Luong), Luong, unit: 1),
            ["Bahdanau"] = () => Diagram.Attention(Words, Written(Bahdanau), Bahdanau, unit: 1),
            ["self-attention"] = () => Diagram.SelfAttention(Words, Looking, head: 1, unit: 1),
            ["self-attention over as many words as there may be"] = () => Diagram.SelfAttention(
                [.. Enumerable.Range(1, LivingDiagram.MostWords).Select(word => $"word {word}")],
                SelfAttentionTrace.Of(
                    new SelfAttention(4, Seed), Tensor.Randn(new TorchRandom(1), LivingDiagram.MostWords, 4))),
            ["self-attention, causal, no positions"] = () => Diagram.SelfAttention(
                Words, SelfAttentionTrace.Of(new SelfAttention(4, Seed), Vectors, causal: true)),
            ["Transformer block"] = () => Diagram.TransformerBlock(Words, Block(true), head: 1, unit: 1),
            ["Transformer block that normalizes last"] = () =>
                Diagram.TransformerBlock(Words, Block(false), head: 1, unit: 1),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static RnnTrace Rnn => RnnTrace.Of(new RnnCell(4, 3, Seed), Vectors);

    public static GruTrace Gru => GruTrace.Of(new GruCell(4, 3, Seed), Vectors);

    public static LstmTrace Lstm => LstmTrace.Of(new LstmCell(4, 3, Seed), Vectors);

    public static TranslationTrace Plain => Translate(Seq2Seq.Plain(9, 7, 4, 5, Seed, CellKind.Lstm));

    public static TranslationTrace Luong => Translate(Seq2Seq.WithAttention(9, 7, 4, 5, new TorchRandom(1)));

    public static TranslationTrace Bahdanau => Translate(Seq2Seq.Bahdanau(9, 7, 4, 5, Seed));

    public static SelfAttentionTrace Looking =>
        SelfAttentionTrace.Of(new SelfAttention(4, Seed, heads: 2), Vectors, new SinusoidalPositions(4));

    public static TransformerTrace Block(bool normFirst) =>
        TransformerTrace.Of(new TransformerBlock(4, Seed, heads: 2, normFirst: normFirst), Vectors);

    private static TranslationTrace Translate(Seq2Seq model) =>
        TranslationTrace.Of(model, Tensor.FromArray([5, 3, 8, 4], 1, Words.Length), maxLength: 6);

    private static string[] Written(TranslationTrace trace) =>
        [.. trace.Written.Steps.Select(step => $"word {step.Token}")];

    private static TorchRandom Seed => new(42);

    private static Tensor Vectors => Tensor.Randn(new TorchRandom(1), Words.Length, 4);
}
