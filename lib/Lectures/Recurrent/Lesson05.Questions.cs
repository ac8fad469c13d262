using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson05
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "In this course's GRU, what does an update gate z of 1 do to a unit?",
            ["It keeps its old value", "It takes the candidate", "It becomes 0"],
            answer: 1,
            why: "h' = (1 − z) ⊙ n + z ⊙ h: at z = 1 nothing of the candidate is left, and all of the old state."),
        Quiz.Ask(
            "A text writes h' = (1 − z) ⊙ h + z ⊙ n and says: \"start with a large update bias, so that the network "
            + "remembers\". What do you think?",
            ["Right", "In that text's form it should be a large negative bias", "The bias makes no difference"],
            answer: 2,
            why: "In that form z near 1 overwrites. To keep, its z has to be near 0, so its bias far below 0."),
        Quiz.Ask(
            "You replace an LSTM by a GRU of as many units. What is gone?",
            ["The hidden state", "The memory c beside the hidden state, and a quarter of the weights", "All gates"],
            answer: 2,
            why: "A GRU has one state, which is its memory too, and three blocks of weights where an LSTM has four."),
        Quiz.Ask(
            "On recall at 30 the GRU with its default bias stayed near guessing for 200 steps. What does that show?",
            ["GRUs cannot learn it", "With this start and this budget it did not learn it",
                "The task is too hard for gates"],
            answer: 2,
            why: "The same GRU with update bias 3 learned it in the same 200 steps. "
                + "A failure says something about a budget and a start, never \"cannot\"."),
    ];
}
