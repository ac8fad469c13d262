using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson03
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "A review is 40 words long, and its verdict is the last word. "
            + "Does a vanishing gradient keep an RNN from learning it?",
            [
                "Yes, 40 steps are too many",
                "Yes, the gradient must pass all words in any case",
                "No, that word is next to the loss",
            ],
            answer: 3,
            why: "What counts is the distance from the loss to the word that matters, not the length of the review."),
        Quiz.Ask(
            "The gradient at step 0 is 1e-20. What does that say of the hidden state after the last word?",
            [
                "It is as good as zero",
                "It hardly depends on the first word, as long as that word changes little",
                "It is the same for all reviews",
            ],
            answer: 2,
            why: "A gradient says how much a small change at the start would change the end. "
                + "The state itself is as large as ever."),
        Quiz.Ask(
            "W_hh has spectral radius 0.9 and largest singular value 2. What does W_hhⁿ do to a vector?",
            [
                "It shrinks any vector at every step",
                "It may lengthen a vector for some steps, and shrinks it in the end",
                "It lengthens vectors without end",
            ],
            answer: 2,
            why: "The largest singular value bounds one step, the spectral radius decides in the long run."),
        Quiz.Ask(
            "What does clipping do against vanishing gradients?",
            ["Nothing", "It lengthens short gradients", "It keeps them above the limit"],
            answer: 1,
            why: "Clipping only shortens what is too long. A gradient that has vanished stays vanished."),
    ];
}
