using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson02
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "An RNN has read five words. How many different matrices W_hh has it used?",
            ["Five, one for each word", "Four, one for each pair of neighbours", "One"],
            answer: 3,
            why: "The same weights serve every step. That is why one network can read sentences of any length."),
        Quiz.Ask(
            "You want one label for each review. What do you hand to the last linear layer?",
            ["hN, the state after the last word", "output, the states after all words", "The mean of the word vectors"],
            answer: 1,
            why: "hN is what the network knows when it has read the whole review. "
                + "output is for an answer at every word, and the mean forgets the order."),
        Quiz.Ask(
            "You change the last word of a review. Which hidden states change?",
            ["All of them", "Only the last one", "None"],
            answer: 2,
            why: "A state depends on the words up to its own, and on none after it. "
                + "Only the last state has read the last word."),
        Quiz.Ask(
            "The same layer reads reviews of 20 words instead of 10. What happens to its number of parameters?",
            ["It stays the same", "It doubles", "W_hh grows, the rest stays"],
            answer: 1,
            why: "No weight belongs to a position. The length changes the shape of output, and nothing in the layer."),
    ];
}
