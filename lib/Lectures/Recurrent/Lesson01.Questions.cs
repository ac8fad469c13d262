using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson01
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "Two reviews have the same bag. What can a network that averages word vectors do with them?",
            [
                "Tell them apart, after enough training",
                "Tell them apart, if the vectors are long enough",
                "Give both the same answer, whatever it learns",
            ],
            answer: 3,
            why: "The mean is the same, so all that is computed from it is the same. "
                + "Training and longer vectors change the mean, but for both reviews alike."),
        Quiz.Ask(
            "Averaging scored 50 % on the test. What does that say?",
            [
                "It guessed each label at random",
                "It was right about one twin of every pair, and wrong about the other",
                "It needs more reviews to learn from",
            ],
            answer: 2,
            why: "It answers the same for both twins, and their labels differ. So exactly one of the two is right."),
        Quiz.Ask(
            "Why must both twins be in the same part of the split?",
            [
                "Otherwise the test asks about bags that training has shown with the opposite label",
                "Otherwise some words are missing from training",
                "Otherwise a network cannot read them in order",
            ],
            answer: 1,
            why: "A network that goes by the bag learns the label of the twin that it saw, and that is the wrong one "
                + "for the twin in the test."),
    ];
}
