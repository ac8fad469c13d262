using Exercises;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent;

public static partial class Lesson10
{
    /// <summary>A state of six units.</summary>
    public static Vector<double> State { get; } = Vector<double>.Build.Dense([0.6, -0.9, 0.3, -0.3, 0.9, 0.12]);

    /// <summary>1 for each unit that dropout keeps, 0 for each that it drops.</summary>
    public static Vector<double> Kept { get; } = Vector<double>.Build.Dense([1, 0, 1, 1, 0, 1]);

    /// <summary>The loss on data held out, measured after every 10 steps.</summary>
    public static IReadOnlyList<double> HeldOutLoss { get; } =
        [0.69, 0.55, 0.38, 0.29, 0.31, 0.26, 0.22, 0.24, 0.27, 0.23, 0.30, 0.36];

    /// <summary><see cref="State"/> after dropout with p = 0.25, in training.</summary>
    public static Exercise Dropped { get; } = new("the state after dropout", Masked / 0.75)
    {
        Mistakes =
        [
            new(Masked, "The units are dropped, but those kept are not scaled up: divide by 1 − p."),
            new(Masked / 0.25, "You divided by p. The share that is kept on the mean is 1 − p."),
            new(Masked * 0.75, "You multiplied by 1 − p. That makes the sum smaller still; divide."),
            new(Masked * 0.25, "You multiplied by p. Divide by 1 − p."),
            new(Masked / (4 / 6.0),
                "You divided by the share kept this time, 4 of 6. The formula has 1 − p, whatever the draw."),
            new(State.PointwiseMultiply(1 - Kept) / 0.75, "Turned round: a 1 in Kept is for a unit that stays."),
            new(State / 0.75, "All are scaled, but none is dropped: multiply by Kept."),
            new(State, "That is what comes out in evaluation. In training some units are dropped."),
        ],
        Hints =
        [
            "Two things happen: some units become 0, and the others get larger.",
            "What is kept is divided by 1 − p, so that the sum over many draws is what it was.",
            "state.PointwiseMultiply(kept) / (1 - …)",
        ],
    };

    /// <summary>The step whose weights early stopping keeps, and the one after which it stops, with a patience of
    /// 3.</summary>
    public static Exercise Stopping { get; } = new("keep, and stop", (70, 100))
    {
        Mistakes =
        [
            new((100, 70),
                "Turned round: first the step whose weights are kept, then the step after which training stops."),
            new((100, 100), "The weights of the last step are not the best ones. Which step had the lowest loss?"),
            new((70, 120), "That trains to the end. Three measurements without a new lowest come earlier."),
            new((70, 70), "At step 70 nobody knows yet that it is the best. Patience means to go on and see."),
            new((70, 80), "That is a patience of 1: it stops at the first measurement that is no new lowest."),
            new((40, 50), "That is a patience of 1: it stops when the loss rises for the first time."),
            new((70, 110), "One measurement too many: the third without a new lowest is at step 100."),
            new((60, 90), "The list counts from 0, the measurements from step 10: number 0 is step 10."),
            new((6, 9), "Those are places in the list. Asked for are steps: number 0 is step 10."),
            new((7, 10), "Those are numbers of measurements. There are 10 steps between two of them."),
        ],
        Hints =
        [
            "Go through the list and note the lowest loss so far, and where it was.",
            "Count the measurements since the last new lowest. At three, stop. A 0.23 after a 0.22 is no new lowest.",
            "The lowest is 0.22, number 6 in the list: step 70. Then come 0.24, 0.27, 0.23, which makes three: step …",
        ],
    };

    private static Vector<double> Masked => State.PointwiseMultiply(Kept);
}
