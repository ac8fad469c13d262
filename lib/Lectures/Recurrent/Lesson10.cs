using Exercises;
using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 10, the lab.</summary>
public static partial class Lesson10
{
    private const int Words = 36, Length = 14, Width = 16, Hidden = 32;

    private static readonly int _table = new Embedding(Words, Width, new TorchRandom(0)).ParameterCount;
    private static readonly int _hidden = new Linear(Length * Width, Hidden, new TorchRandom(0)).ParameterCount;
    private static readonly int _scores = new Linear(Hidden, 2, new TorchRandom(0)).ParameterCount;
    private static readonly int _averaged = new Linear(Width, Hidden, new TorchRandom(0)).ParameterCount;
    private static readonly int _block = new Rnn(Width, Hidden, new TorchRandom(0)).ParameterCount;

    /// <summary>How many parameters the network has that puts 14 word vectors side by side.</summary>
    public static Exercise SideBySide { get; } = new("parameters, side by side", _table + _hidden + _scores)
    {
        Mistakes =
        [
            new(_table + _averaged + _scores,
                "That is the network that averages. Side by side, the hidden layer gets 14 vectors of 16 numbers."),
            new(_hidden + _scores, "The table of word vectors is missing: 36 words with 16 numbers each."),
            new(_table + _hidden + _scores - Hidden - 2,
                "The biases are missing: one for each of the 32 units, one for each of the 2 scores."),
            new(_table + _hidden + _scores - Width, "There are 36 vectors: padding has one too."),
            new(Length * _table + _hidden + _scores, "The table is there once. All places look up the same vectors."),
            new(_table + _hidden, "The last layer is missing: from 32 units to 2 scores."),
        ],
        Hints =
        [
            "Three parts have weights: the table of word vectors, the hidden layer, the scores.",
            "A linear layer has inputs × outputs weights, and outputs biases. "
            + "Here the hidden layer's inputs are 14 × 16.",
            "36 * 16 + (14 * 16 * 32 + 32) + (… + 2)",
        ],
    };

    /// <summary>How many parameters the network with the LSTM has.</summary>
    public static Exercise Reader { get; } = new("parameters, LSTM", _table + 4 * _block + _scores)
    {
        Mistakes =
        [
            new(_table + _block + _scores,
                "That is a plain RNN. An LSTM has such a block for i, for f, for g and for o."),
            new(_table + 3 * _block + _scores, "Three blocks make a GRU. An LSTM has four."),
            new(_table + 4 * (_block - Hidden) + _scores, "One bias a block is missing: there are two, b_i and b_h."),
            new(_table + 4 * (_block - 2 * Hidden) + _scores, "The biases of the LSTM are missing: two in each block."),
            new(4 * _block + _scores, "The table of word vectors is missing: 36 words with 16 numbers each."),
            new(_table + Length * 4 * _block + _scores,
                "An LSTM uses the same weights at every word. So the 14 words do not count."),
            new(_table + 4 * _block, "The last layer is missing: from 32 units to 2 scores."),
        ],
        Hints =
        [
            "The table and the scores are as in the other network. In between is an LSTM from 16 to 32: "
            + "lesson 4 has its equations.",
            "A block has 16 × 32 weights for the word, 32 × 32 for the old state, and two biases of 32. "
            + "How many blocks?",
            "36 * 16 + 4 * (16 * 32 + 32 * 32 + …) + (32 * 2 + 2)",
        ],
    };

    /// <summary>The settings of an imagined sweep, to choose from.</summary>
    public static IReadOnlyList<Setting> Settings { get; } =
    [
        new(8, 16, 0, [0.93, 0.95, 0.94], 0.952),
        new(8, 32, 0.25, [0.96, 0.94, 0.95], 0.941),
        new(16, 32, 0.5, [0.97, 0.96, 0.965], 0.955),
        new(16, 64, 0, [0.99, 0.90, 0.93], 0.938),
        new(32, 64, 0.5, [0.96, 0.965, 0.955], 0.968),
        new(64, 128, 0.25, [0.95, 0.95, 0.96], 0.950),
    ];

    /// <summary>The setting to choose: that with the highest mean on data held out.</summary>
    public static Exercise Choice { get; } = new("your choice", (16, 32, 0.5))
    {
        Mistakes =
        [
            new((32, 64, 0.5),
                "That one is best on the test. Choose by the test, and its number no longer says what you will get on "
                + "new data."),
            new((16, 64, 0),
                "That one has the best single seed, but the others are far lower. Take the mean over seeds."),
            new((64, 128, 0.25), "The largest is not the best here. Compare the means on held-out data."),
            new((8, 16, 0), "That is the first and the smallest. Compare the means on held-out data."),
            new(2, "That is a place in the list. Answer with its three numbers: embedding, hidden, dropout."),
            new(0.965, "That is the mean that it reaches. Answer with its three numbers: embedding, hidden, dropout."),
        ],
        Hints =
        [
            "Which of the two columns may you look at while you choose?",
            "Each setting has three numbers in HeldOut, one a seed. A lucky seed should not decide: average them.",
            "var best = Lesson10.Settings.MaxBy(setting => setting.HeldOut.Average());",
        ],
    };

    /// <summary>A setting and what it reached.</summary>
    /// <param name="Embedding">The width of a word's vector.</param>
    /// <param name="Hidden">The number of units.</param>
    /// <param name="Dropout">The share that is dropped in training.</param>
    /// <param name="HeldOut">The accuracy on data held out, of each seed.</param>
    /// <param name="Test">The mean accuracy on the test.</param>
    public sealed record Setting(int Embedding, int Hidden, double Dropout, IReadOnlyList<double> HeldOut, double Test);
}
