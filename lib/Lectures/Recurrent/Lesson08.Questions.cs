using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson08
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "A sentence has 9 words, and its translation 11 with <eos>. How many weights does attention compute?",
            ["9", "11", "9 × 11"],
            answer: 3,
            why: "One for each pair: at each word written, a weight for each word read."),
        Quiz.Ask(
            "A row of weights is 0.25, 0.25, 0.25, 0.25. What is the context?",
            ["The mean of the four states", "The last state", "Nothing: the weights say nothing"],
            answer: 1,
            why: "Equal weights mix all states equally, and a quarter of each, added up, is their mean."),
        Quiz.Ask(
            "You forgot the mask. How would you notice?",
            [
                "The loss becomes NaN", "A sentence's translation depends on which others are in its batch",
                "Training gets slower",
            ],
            answer: 2,
            why: "Padding gets weight, and how much padding there is depends on the longest sentence of the batch. "
                + "Nothing stops with an error."),
        Quiz.Ask(
            "At \"jamais\" the weight of \"never\" is 0.00. So \"never\" plays no part in it?",
            ["Right", "Wrong: what it says may come another way, through the states"],
            answer: 2,
            why: "Without \"never\" there is no \"jamais\". By then the network had read it, and written \"ne\"."),
        Quiz.Ask(
            "Which of these scores learns nothing of its own?",
            ["additive", "scaled dot product", "general, with W"],
            answer: 2,
            why: "A product of two states has no weights of its own. The networks that make the states learn."),
    ];
}
