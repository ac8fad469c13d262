using Plotly.NET;
using SequenceModels.Layers;
using SequenceModels.Probes;

namespace SequenceModels.Charts.Tests;

/// <summary>One of every picture, with values that a lesson might show, and the awkward ones.</summary>
public static class Pictures
{
    private static readonly string[] Great = ["the", "movie", "was", "great"], Bad = ["the", "movie", "was", "bad"];

    private static readonly float[,] GreatStates =
        { { -0.98f, -0.90f, 0.54f }, { -0.92f, -0.63f, 0.22f }, { -0.96f, -0.74f, 0.13f }, { -0.97f, -0.91f, 0.92f } };

    private static readonly float[,] BadStates =
        { { -0.98f, -0.90f, 0.54f }, { -0.92f, -0.63f, 0.22f }, { -0.96f, -0.74f, 0.13f }, { -0.37f, 0.21f, -0.50f } };

    public static IReadOnlyDictionary<string, Func<GenericChart>> All { get; } =
        new Dictionary<string, Func<GenericChart>>
        {
            ["hidden states"] = () => Show.HiddenStates(Great, GreatStates),
            ["one word, one unit"] = () => Show.HiddenStates(["great"], new[,] { { 0.5f } }),
            ["256 units"] = () => Show.HiddenStates(Great, new float[4, 256]),
            ["NaN states"] = () => Show.HiddenStates(["a", "b"], new[,] { { float.NaN }, { float.PositiveInfinity } }),
            ["words with markup"] = () => Show.HiddenStates(["<b>", "</script>"], new[,] { { 1f }, { 2f } }),
            ["difference"] = () => Show.HiddenStateDifference(Great, GreatStates, Bad, BadStates),
            ["no difference"] = () => Show.HiddenStateDifference(Great, GreatStates, Great, GreatStates),
            ["losses"] = () => Show.TrainingCurves("loss", ("mean pooling", [0.7, 0.69, 0.7]), ("RNN", [0.7, 0.3, 0.01])),
            ["accuracies over time"] = () => Show.TrainingCurves("accuracy", ("RNN", [0.5f, 0.9f, 1f])),
            ["one step"] = () => Show.TrainingCurves("loss", ("RNN", [0.7])),
            ["diverging"] = () => Show.TrainingCurves("loss", ("RNN", [0.7, double.NaN, double.PositiveInfinity])),
            ["different bags"] = () => Show.BagOfWords("The movie was not good", "The movie was good, not great"),
            ["same bag"] = () => Show.BagOfWords("was good not bad", "was bad not good"),
            ["an empty bag"] = () => Show.BagOfWords("", "great"),
            ["accuracies"] = () => Show.Accuracies(("mean pooling", 0.5), ("RNN", 1)),
            ["gates"] = () => Show.Gates(Great, LstmTrace.Of(Lstm(3, 5), Tensor.Ones(4, 3))),
            ["gates of one unit"] = () => Show.Gates(["great"], LstmTrace.Of(Lstm(3, 1), Tensor.Ones(1, 3))),
            ["forget bias"] = () => Show.ForgetBias(
                ("<b>", GradientProbe.Through(Lstm(3, 5), Tensor.Ones(1, 90, 3), new TorchRandom(2)))),
            ["parts of a GRU"] = () => Show.Gates(Great, Gru(5, 4)),
            ["a GRU of one unit, one word"] = () => Show.Gates(["<b>"], Gru(1, 1)),
            ["one gate"] = () => Show.Gates(Great, ("z, update gate", Gru(24, 4).Z)),
            ["parameters"] = () => Show.ParameterCounts(("RNN", 24_832), ("GRU", 74_496), ("LSTM", 99_328)),
            ["connectivity"] = () => Show.Connectivity(
                ("<i>", Tensor.FromArray([1f, 1e-3f, 0, 1e-9f])), ("one", Tensor.Ones(1))),
            ["gradients"] = () => Show.GradientNorms(("<b>", Falling), ("no gradient at all", new([0, 0, 0]))),
            ["spectral radius"] = () => Show.SpectralRadius((0.5, Falling), (2, Falling)),
            ["vanishing"] = () => Show.PowersOfFactors(100, 0.5, 0.7, 0.9, 0.99),
            ["exploding"] = () => Show.PowersOfFactors(100, 1.01, 1.1, 1.5, 2),
            ["singular values"] = () => Show.SingularValues(("square", Tensor.Ones(3, 3)), ("wide", Tensor.Ones(1, 3))),
            ["letters in the context"] = () => Show.LettersInContext(
                ["ab<", "b&a", "aab"], Tensor.FromArray(new[,] { { 1f, 2 }, { -3, 1 }, { 0.5f, 0.25f } })),
            ["accuracy against delay"] = () => Show.AccuracyAgainst("delay", 0.25, ("RNN", [(4, 1), (9, 0.25)])),
            ["attention"] = () => Show.Attention(["<b>", "cat"], ["le", "chat", "<eos>"], Looking(3, 2)),
            ["attention to padding"] = () => Show.Attention(["cat", "<pad>"], ["chat"], Tensor.Full(0.5f, 1, 2)),
            ["attention of a long sentence"] = () => Show.Attention(
                [.. Enumerable.Repeat("beautiful", 21)], [.. Enumerable.Repeat("magnifique", 23)], Looking(23, 21)),
            ["attention while it is learned"] = () => Show.AttentionDuringTraining(
                [.. Enumerable.Repeat("beautiful", 13)], [.. Enumerable.Repeat("magnifique", 11)],
                [.. Enumerable.Range(0, 12).Select(i => (300 * i, Looking(11, 13)))])
        };

    private static Tensor Looking(int written, int read) =>
        Tensor.Randn(new TorchRandom(1), written, read).Softmax();

    private static LstmCell Lstm(int inputs, int hidden) => new(inputs, hidden, new TorchRandom(1));

    private static GruTrace Gru(int hidden, int length) => GruTrace.Of(
        new GruCell(3, hidden, new TorchRandom(1)), Tensor.Randn(new TorchRandom(2), length, 3));

    private static GradientFlow Falling => new([1e-30, 1e-3, 1]);

    public static TheoryData<string> Names => [.. All.Keys];
}
