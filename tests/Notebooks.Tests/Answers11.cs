using Exercises;
using Lectures.Recurrent;

namespace Notebooks.Tests;

/// <summary>What lesson 11's checks say to students' answers, each computed here as a student would.</summary>
public static class Answers11
{
    private static readonly double[] _powers = [Math.Exp(4), Math.Exp(2), 1], _warm = [Math.E * Math.E, Math.E, 1];

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson11.Bits, (1.0 + 2 + 3 + 5) / 4 },
        { Lesson11.Bits, "2.75" },
        { Lesson11.Cold, Array.ConvertAll(_powers, power => power / _powers.Sum()) },
        { Lesson11.Cold, new[] { 0.8668f, 0.1173f, 0.0159f } },
        { Lesson11.Block, 49984 },
        { Lesson11.Block, "49,984" },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson11.Bits, 11, "That is the sum" },
        { Lesson11.Bits, 2.75 * Math.Log(2), "Those are nats" },
        { Lesson11.Bits, 2.75 * Math.Log10(2), "log₁₀" },
        { Lesson11.Bits, -2.75, "The sign" },
        { Lesson11.Bits, Math.Pow(2, 2.75), "perplexity" },
        { Lesson11.Bits, -Math.Log2(0.2265625), "mean probability" },
        { Lesson11.Cold, Array.ConvertAll(_warm, power => power / _warm.Sum()), "temperature 1" },
        { Lesson11.Cold, _powers, "Divide each by the sum" },
        { Lesson11.Cold, Array.ConvertAll(_warm, power => 2 * power / _warm.Sum()), "no longer add up to 1" },
        { Lesson11.Cold, new[] { 4.0, 2, 0 }, "e to the power of each" },
        { Lesson11.Block, 16640, "attention alone" },
        { Lesson11.Block, 49984 - 256, "two normalizations are missing" },
        { Lesson11.Block, 12 * 64 * 64, "Biases, scales and shifts" },
        { Lesson11.Block, 49984 - 4160, "three matrices of attention" },
    };
}
