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
            ["shares kept"] = () => Show.SharesKept("first <b>", ["<a>", "b"], Tensor.Rand(new TorchRandom(1), 2, 24)),
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
                [.. Enumerable.Range(0, 12).Select(i => (300 * i, Looking(11, 13)))]),
            ["accuracy over seeds"] = () => Show.AccuracySpread(
                "kind of review", 0.5,
                ("averaging", [("plain", [0.93, 0.97]), ("negated", [0.88, 0.74, 0.82]), ("<b>", [0.5, 0.5, 0.5])]),
                ("side by side", [("plain", [0.8, 0.75]), ("negated", [0.81, 0.78]), ("<b>", [0.92, 0.83])]),
                ("LSTM", [("plain", [0.98, 0.97, 1]), ("negated", [0.96, 0.99, 1]), ("<b>", [0.97, 0.94, 1])])),
            ["one seed"] = () => Show.AccuracySpread("dropout", null, ("LSTM", [("0.5", [1])])),
            ["accuracy at each setting"] = () => Show.AccuracyGrid("hidden size", "embedding size",
                [(4, 8, [0.7, 0.9]), (4, 16, [0.95, 0.97]), (16, 8, [0.9, 0.93]), (16, 16, [0.99, 1])]),
            ["one setting"] = () => Show.AccuracyGrid("hidden size", "dropout", [(4, 0.5, [0.25])]),
            ["dynamics"] = () => Show.Dynamics(
                ("right labels", [(10, 0.7, 0.5), (20, 0.1, 1)]), ("wrong <labels>", [(10, 0.7, 0.5), (20, 2.1, 0)])),
            ["dynamics of one step"] = () => Show.Dynamics(("training", [(1, double.NaN, 0.5)])),
            ["scorecard"] = () => Show.Scorecard(
                [("right on the test", "0.0%"), ("parameters", "N0"), ("steps to its best", "0")],
                ("averaging", [0.75, 1186, 300]), ("side by side", [0.8, 7842, 100]), ("<LSTM>", [0.97, 7042, 40])),
            ["top words"] = () => Show.TopWords(Writing.Some(8), Writing.French),
            ["top words of many steps"] = () => Show.TopWords(Writing.Some(17), Writing.French),
            ["word by word"] = () => Show.WordByWord(
                ["le", "chat", "<eos>"], ("right", ["le", "chat", "<eos>"]), ("<b>", ["le", "la", "chat", "<eos>"])),
            ["self-attention"] = () => Show.SelfAttention(Great, ("head 1", Looks(false)), ("head 2", Looks(false))),
            ["a causal mask"] = () => Show.SelfAttention(Great, ("<all>", Looks(false)), ("causal", Looks(true))),
            ["a word that looks at itself"] = () => Show.SelfAttention(["great"], ("head 1", Tensor.Ones(1, 1))),
            ["positions"] = () => Show.Positions(new SinusoidalPositions(16).Table(40)),
            ["the first position"] = () => Show.Positions(new SinusoidalPositions(1).Table(1)),
            ["steps against length"] = () => Show.AgainstLength(
                "steps", ("RNN", [(1, 1), (4, 4), (256, 256)]), ("attention", [(1, 1), (256, 1)])),
            ["scores against length"] = () => Show.AgainstLength("scores", ("<b>", [(2, 4), (512, 262_144)]))
        };

    private static Tensor Looking(int written, int read) =>
        Tensor.Randn(new TorchRandom(1), written, read).Softmax();

    private static Tensor Looks(bool causal) => new SelfAttention(4, new TorchRandom(1))
        .Forward(Tensor.Randn(new TorchRandom(2), 1, 4, 4), causal: causal).Weights[0, 0];

    private static LstmCell Lstm(int inputs, int hidden) => new(inputs, hidden, new TorchRandom(1));

    private static GruTrace Gru(int hidden, int length) => GruTrace.Of(
        new GruCell(3, hidden, new TorchRandom(1)), Tensor.Randn(new TorchRandom(2), length, 3));

    private static GradientFlow Falling => new([1e-30, 1e-3, 1]);

    public static TheoryData<string> Names => [.. All.Keys];
}
