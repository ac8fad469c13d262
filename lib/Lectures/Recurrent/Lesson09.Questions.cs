using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson09
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "You shuffle the words of a review. What does self-attention do, without positions and without a mask?",
            ["It fails with an error", "Each word gets the vector that it had before", "Each word gets another vector"],
            answer: 2,
            why: "A word's output is a weighted mean over all words, with weights that depend on the words alone. "
                + "Where they stand does not come into it."),
        Quiz.Ask(
            "A sequence gets twice as long. How many times as many scores does self-attention compute?",
            ["As many", "2 times", "4 times"],
            answer: 3,
            why: "Each word looks at each word: n · n scores. That is the price of the short way."),
        Quiz.Ask(
            "A network that writes a text word by word is trained without a causal mask. What goes wrong?",
            [
                "Nothing: it sees more, so it learns more",
                "It can copy the next word instead of guessing it, and has nothing to copy when it writes",
                "The weights of a row no longer add up to 1",
            ],
            answer: 2,
            why: "In training the whole text is there. Without a mask each place sees the word that it should guess."),
        Quiz.Ask(
            "Why are the scores divided by √d?",
            [
                "So that the weights of a row add up to 1",
                "So that scores of wide vectors do not get so large that the softmax looks at one word only",
                "To save multiplications",
            ],
            answer: 2,
            why: "A sum of d products grows like √d. "
                + "The softmax of large numbers is nearly 1 at the largest and 0 elsewhere, and its gradient is "
                + "nearly 0."),
        Quiz.Ask(
            "\"Self-attention works in parallel\" means:",
            [
                "It does less work than any recurrent network",
                "No position has to wait for another one's result",
                "It runs faster on every machine",
            ],
            answer: 2,
            why: "Whether it multiplies more or less depends on the length and on the other network: for short "
                + "sentences more than a plain RNN, and less than an LSTM. "
                + "But none of that work waits, so a machine that does many things at once is kept busy. "
                + "What that gains depends on the machine."),
    ];
}
