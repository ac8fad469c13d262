using Exercises;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

public static partial class Lesson09
{
    private const int Position = 3, Width = 4;

    /// <summary>The vector of width 4 that marks position 3.</summary>
    public static Exercise PositionVector { get; } = new(
        "the vector of position 3", new SinusoidalPositions(Width).Table(Position + 1)[Position])
    {
        Mistakes =
        [
            new(Waves(Position, (t, i) => (Math.Cos(Angle(t, i)), Math.Sin(Angle(t, i)))),
                "Sine and cosine have changed places: the even numbers (0 and 2) are sines."),
            new(Waves(Position, (t, _) => (Math.Sin(t), Math.Cos(t))),
                "Both pairs turn equally fast there. For the second pair, divide t by 100."),
            new(
                Waves(Position, (t, i) => (Math.Sin(Angle(t, i / 2.0)), Math.Cos(Angle(t, i / 2.0)))),
                "The exponent is 2i / width: for the second pair i = 1, so 2/4 and not 1/4."),
            new(
                Enumerable.Range(0, Width).Select(j => Angle(Position, j / 2.0))
                    .Select((angle, j) => j % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle)).ToArray(),
                "Each number has a speed of its own there. A sine and the cosine beside it share one."),
            new(Sines(Position - 1), "That is position 2: positions are counted from 0."),
            new(Sines(Position + 1), "That is position 4: positions are counted from 0, and this one is number 3."),
            new(Waves(Position, (t, i) => (Math.Sin(t * Math.Pow(100, i)), Math.Cos(t * Math.Pow(100, i)))),
                "The second pair is slower, not faster: divide by 100."),
            new(
                Waves(
                    Position, (t, i) => (Math.Sin(Angle(t * Math.PI / 180, i)), Math.Cos(Angle(t * Math.PI / 180, i)))),
                "Those are degrees. The angles are in radians, as Math.Sin takes them."),
            new(new[] { Math.Sin(3), Math.Sin(0.03), Math.Cos(3), Math.Cos(0.03) },
                "The right numbers, in another order: sine and cosine of one speed stand side by side."),
        ],
        Hints =
        [
            "There are two pairs, i = 0 and i = 1, each a sine and a cosine of one angle. What are the two angles?",
            "10000 to the power of 2·0/4 is 1, to the power of 2·1/4 it is 100.",
            "[Math.Sin(3), Math.Cos(3), Math.Sin(3 / 100.0), …]",
        ],
    };

    /// <summary>The steps from the first word to the 50th, in an RNN and in self-attention.</summary>
    public static Exercise Steps { get; } = new("steps, RNN and self-attention", new[] { 49, 1 })
    {
        Mistakes =
        [
            new(new[] { 50, 1 }, "Off by one: from word 1 to word 2 it is one step. To word 50?"),
            new(new[] { 48, 1 },
                "Those are the states in between. A step leads into each of them, and one more to word 50."),
            new(new[] { 49, 49 },
                "Does word 50 have to ask word 49 what word 1 was? In self-attention it looks at word 1 itself."),
            new(new[] { 49, 50 },
                "Word 50 looks at all 50 words, but at once: which of these looks lies on the way from word 1?"),
            new(new[] { 49, 2500 },
                "That is the number of scores. Asked for are the steps on the way from word 1 to word 50."),
            new(new[] { 49, 0 }, "Looking is a step, too: word 1 and word 50 are different places."),
            new(new[] { 1, 49 }, "The right numbers, but the RNN comes first."),
        ],
        Hints =
        [
            "In an RNN, word 1 changes the state that word 2 is read into, and so on. "
            + "In self-attention, who looks at whom?",
            "For a review of 2 words it would be 1 and 1. For 3 words, 2 and …",
            "[50 - 1, …]",
        ],
    };

    private static double Angle(double t, double i) => t / Math.Pow(10000, 2 * i / Width);

    private static double[] Sines(int t) => Waves(t, (t, i) => (Math.Sin(Angle(t, i)), Math.Cos(Angle(t, i))));

    private static double[] Waves(int t, Func<double, int, (double First, double Second)> pair) =>
        [pair(t, 0).First, pair(t, 0).Second, pair(t, 1).First, pair(t, 1).Second];
}
