using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 11, networks that write.</summary>
public static partial class Lesson11
{
    private const int BlockWidth = 64;

    /// <summary>What a model gave to each of four characters that came.</summary>
    public static IReadOnlyList<double> Given { get; } = [0.5, 0.25, 0.125, 0.03125];

    /// <summary>The scores of three characters.</summary>
    public static IReadOnlyList<double> Scores { get; } = [2, 1, 0];

    /// <summary>Bits per character of <see cref="Given"/>.</summary>
    public static Exercise Bits { get; } = new("bits per character", 2.75)
    {
        Mistakes =
        [
            new(Given.Average(p => -Math.Log(p)), "Those are nats, with the natural logarithm. Bits take log₂: Math.Log2."),
            new(Given.Average(p => -Math.Log10(p)), "That is log₁₀. Bits take log₂: Math.Log2."),
            new(11, "That is the sum. Asked for are bits per character: divide by four."),
            new(-2.75, "The sign: log₂ of a share is negative, and a cost is not."),
            new(Math.Pow(2, 2.75), "That is the perplexity, 2 to the power of the bits. Asked for are the bits."),
            new(-Math.Log2(Given.Average()),
                "That is −log₂ of the mean probability. Take −log₂ of each first, then the mean."),
            new(Given.Average(p => -p * Math.Log2(p)),
                "You weighted each by p. Each of the four characters came once: each counts alike."),
            new(Given.Average(), "That is the mean of the probabilities. Take −log₂ of each first."),
        ],
        Hints =
        [
            "How many bits does the first character cost, to which the model gave one half? And the second, with a quarter?",
            "−log₂ 0.5 = 1, −log₂ 0.25 = 2, and so on. Then the mean.",
            "Lesson11.Given.Average(p => -Math.Log2(…))",
        ],
    };

    /// <summary>The probabilities of <see cref="Scores"/> at temperature 0.5.</summary>
    public static Exercise Cold { get; } = new("probabilities at temperature 0.5", Softmax(score => score / 0.5))
    {
        Mistakes =
        [
            new(Softmax(score => score), "That is temperature 1. Divide each score by 0.5 first."),
            new(Softmax(score => score * 0.5), "You multiplied by the temperature: that is warmer, not colder. Divide by it."),
            new(Powers(score => score / 0.5), "Those are the powers. Divide each by the sum of all three."),
            new(Powers(score => score), "Those are the powers, and at temperature 1. Divide scores by 0.5, and powers by their sum."),
            new(Array.ConvertAll(Softmax(score => score), p => p / 0.5),
                "You divided the probabilities by the temperature: they no longer add up to 1. Divide the scores."),
            new(new[] { 4.0, 2, 0 }, "Those are the scores over 0.5. Take e to the power of each, over the sum."),
            new(new[] { 2.0 / 3, 1.0 / 3, 0 }, "Those are shares of the scores. A softmax takes e to the power of each first."),
        ],
        Hints =
        [
            "First divide the scores by the temperature. Then a softmax, as for the weights of attention in lesson 8.",
            "The scores become 4, 2 and 0. Then e⁴, e² and e⁰, each over the sum of the three.",
            "var powers = Lesson11.Scores.Select(z => Math.Exp(z / 0.5)).ToArray(); then p / powers.Sum() for each",
        ],
    };

    /// <summary>Writing by chance, which the student writes.</summary>
    public static FunctionExercise<WriteByChance> OwnSampling => Functions.OwnSampling.Exercise;

    /// <summary>The parameters of a Transformer block of width 64.</summary>
    public static Exercise Block { get; } = new("parameters of the block", Attention + FeedForward + 2 * Norm)
    {
        Mistakes =
        [
            new(Attention + FeedForward, "The two normalizations are missing: each has a scale and a shift, 64 numbers each."),
            new(Attention + FeedForward + Norm, "There are two normalizations, each with a scale and a shift: 64 numbers each."),
            new(Attention, "That is attention alone. The feed-forward network and two normalizations come in."),
            new(Attention + 2 * Norm, "The feed-forward network is missing: 64 → 256 → 64."),
            new(FeedForward + 2 * Norm, "Attention is missing: four matrices of 64 × 64, and their biases."),
            new(12 * BlockWidth * BlockWidth, "Those are the matrices. Biases, scales and shifts come in, too."),
            new(12 * BlockWidth * BlockWidth + 2 * Norm, "The biases are missing: one number for each output of each matrix."),
            new(Attention + FeedForward + 2 * Norm - (BlockWidth * BlockWidth + BlockWidth),
                "You have three matrices of attention: queries, keys, values. The output has one, too."),
            new(4 * Attention + FeedForward + 2 * Norm,
                "Heads cost no parameters: the four matrices are there once, and are cut into four heads."),
        ],
        Hints =
        [
            "Three parts: attention, the feed-forward network, two normalizations. A map from n to m numbers has n · m "
            + "weights and m biases.",
            "Attention has four maps from 64 to 64. The network has a map from 64 to 256, and one back. A normalization has 2 · 64.",
            "4 * (64 * 64 + 64) + (64 * 256 + 256) + (256 * 64 + 64) + …",
        ],
    };

    private static int Attention => 4 * (BlockWidth * BlockWidth + BlockWidth);

    private static int FeedForward => 4 * BlockWidth * (BlockWidth + 1) + BlockWidth * (4 * BlockWidth + 1);

    private static int Norm => 2 * BlockWidth;

    private static double[] Powers(Func<double, double> scaled) => [.. Scores.Select(score => Math.Exp(scaled(score)))];

    private static double[] Softmax(Func<double, double> scaled) =>
        Array.ConvertAll(Powers(scaled), power => power / Powers(scaled).Sum());
}
