using Exercises;
using MathNet.Numerics;
using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 05, the GRU.</summary>
public static partial class Lesson05
{
    private static readonly double[] _reverseSums = [3, -1.5, 0.2];

    /// <summary>The state after the review's second word, from seed 42.</summary>
    public static Exercise Step { get; } = StepAtTheSecondWord();

    /// <summary>Update gates for three units: one that keeps, one that is overwritten, one half and half.</summary>
    public static Exercise BeTheGate { get; } = new("your update gate", new[] { 1, 0, 0.5 })
    {
        Mistakes =
        [
            new(new[] { 0, 1, 0.5 }, "Turned round: in this form z is the share of the old state that stays."),
            new(new[] { 1, 0, 1 }, "The third unit keeps all of its old value. It should take half of it."),
            new(new[] { 1, 0, 0 }, "The third unit takes only the candidate. It should lie halfway."),
            new(new[] { 0, 0, 0 }, "With z = 0 everywhere, each unit becomes its candidate."),
            new(new[] { 1, 1, 1 }, "With z = 1 everywhere, no unit ever changes."),
            new(new[] { 0.8, 0.9, 0.4 }, "Those are the states wanted. Asked for is the gate that leads to them."),
        ],
        Hints =
        [
            "Put z = 0 into (1 − z) n + z h, then z = 1. What is left?",
            "At z = 1 the old value is left, at z = 0 the candidate. The mean of both is in the middle.",
            "[1, …, 0.5]",
        ],
    };

    /// <summary>The sums before the sigmoid in PyTorch's form, from those in the reverse form.</summary>
    public static Exercise Converted { get; } = new("the converted sums", Array.ConvertAll(_reverseSums, sum => -sum))
    {
        Mistakes =
        [
            new(_reverseSums, "Unchanged: then this course's cell keeps what the other one overwrites."),
            new(Array.ConvertAll(_reverseSums, sum => 1 - sum),
                "1 − z goes with the gate. What does it mean for the sum, before the sigmoid?"),
            new(Array.ConvertAll(_reverseSums, SpecialFunctions.Logistic),
                "Those are the other text's gates. Which sums give 1 minus them?"),
            new(Array.ConvertAll(_reverseSums, sum => 1 - SpecialFunctions.Logistic(sum)),
                "Those are the right gates. Asked for are the sums that they come from."),
            new(Array.ConvertAll(_reverseSums, sum => 1 / sum),
                "Not 1 divided by the sum. Which sum s' has σ(s') = 1 − σ(s)?"),
        ],
        Hints =
        [
            "The new gates have to be 1 − σ(s). For which number is the sigmoid just that?",
            "Draw the sigmoid: σ(2) = 0.88 and σ(−2) = 0.12. What do they add up to?",
            "σ(−s) = 1 − σ(s), for every s.",
        ],
    };

    /// <summary>What is left of a state after 29 steps at update bias 3.</summary>
    public static Exercise Left { get; } = new("the share left", Math.Pow(SpecialFunctions.Logistic(3), 29))
    {
        Mistakes =
        [
            new(SpecialFunctions.Logistic(3), "That is the share after one step. There are 29."),
            new(Math.Pow(1 - SpecialFunctions.Logistic(3), 29),
                "That multiplies 1 − z, the candidate's share (or the sigmoid of −3, the same). "
                + "The old state's share is z."),
            new(Math.Pow(SpecialFunctions.Logistic(3), 30),
                "One step too many: of the 30 symbols the first is the one to keep, so 29 follow."),
            new(1 - 29 * (1 - SpecialFunctions.Logistic(3)),
                "Each step takes its share of what is left, not of what there was: multiply."),
            new(Math.Pow(0.5, 29), "That is bias 0, where σ(0) = 0.5."),
            new(1 - Math.Pow(SpecialFunctions.Logistic(3), 29), "That is what is lost."),
        ],
        Hints =
        [
            "At each step the old state is multiplied by z, and z = σ(3) all the time.",
            "σ(3) = 1 / (1 + Math.Exp(-3)); multiply it by itself, 29 factors.",
            "Math.Pow(1 / (1 + Math.Exp(-3)), …)",
        ],
    };

    /// <summary>The number of parameters of a GRU from 64 to 128.</summary>
    public static Exercise Parameters { get; } = new("parameters", new Gru(64, 128, new TorchRandom(0)).ParameterCount)
    {
        Mistakes =
        [
            new(new Rnn(64, 128, new TorchRandom(0)).ParameterCount,
                "That is the plain RNN. A GRU has such a block for r, for z and for n."),
            new(new Lstm(64, 128, new TorchRandom(0)).ParameterCount,
                "That is the LSTM, with four blocks. How many has a GRU?"),
            new(2 * (128 * 64 + 128 * 128 + 2 * 128), "Two gates, but the candidate has weights too."),
            new(3 * (128 * 64 + 128 * 128 + 128), "One bias a block is missing: there are two, b_i and b_h."),
            new(3 * (128 * 64 + 128 * 128), "The biases are missing: two in each block."),
            new(3 * (128 * 64 + 2 * 128), "The weights of the old state are missing: from 128 to 128, in each block."),
        ],
        Hints =
        [
            "In lesson 2 you counted the RNN's: one block. How many lines of the GRU's equations have weights?",
            "A block has 128 × 64 weights for the word, 128 × 128 for the old state, and two biases of 128.",
            "3 * (128 * 64 + … + 2 * 128)",
        ],
    };

    private static Exercise StepAtTheSecondWord()
    {
        var rng = new TorchRandom(42);
        var cell = new GruCell(inputSize: 4, hiddenSize: 3, rng);
        var vectors = Tensor.Randn(rng, 7, 4);
        var x = vectors[1..2];
        var h = cell.Forward(vectors[..1], Tensor.Zeros(1, 3));
        var (r, z, n) = cell.Gates(x, h);
        var (fromX, fromH) = (x.Linear(cell.WeightIh, cell.BiasIh), h.Linear(cell.WeightHh, cell.BiasHh));
        var (xN, hN) = (fromX[.., 6..], fromH[.., 6..]);
        var bias = cell.BiasHh[6..];
        Tensor With(Tensor candidate) => (1 - z) * candidate + z * h;
        return new Exercise("the state after \"although\"", cell.Forward(x, h))
        {
            Given = "(The check speaks of the lesson's cell, from seed 42, and of its review.)",
            Mistakes =
            [
                new(z * n + (1 - z) * h, "z and 1 − z have changed places: z goes with the old state."),
                new(With((xN + hN).Tanh()), "The reset gate is missing in the candidate."),
                new(With((r * (xN + hN)).Tanh()),
                    "r multiplies only what comes from the old state, not what comes from the word."),
                new(With(xN + r * hN), "The candidate is the sum before tanh."),
                new(With((xN + r * hN).Sigmoid()),
                    "The candidate is a sigmoid in your answer. Gates are sigmoids; the candidate is a tanh."),
                new(With((xN + r * (hN - bias) + bias).Tanh()),
                    "r multiplies all that comes from the old state, its bias too."),
                new(With((xN + z * hN).Tanh()), "In the candidate it is r that multiplies, not z."),
                new((1 - r) * n + r * h, "You mixed with r. The update gate z, the second block, does that."),
                new(n, "That is the candidate. The old state still has to be mixed in."),
                new((1 - z) * n, "The old state's share is missing: z ⊙ h."),
                new(n + z * h, "The candidate's share is 1 − z."),
                new(h, "That is the state after \"brilliant\", where the step begins."),
            ],
            Hints =
            [
                "z is made like r, from the next block of three: SubVector(3, 3). "
                + "The candidate's block begins at place 6.",
                "n is the tanh of the word's block plus r ⊙ the state's block. "
                + "Keep the two apart until r has multiplied.",
                "(1 - z).PointwiseMultiply(n) + z.PointwiseMultiply(…)",
            ],
        };
    }
}
