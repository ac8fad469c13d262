using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson12
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "A word of the test is in no training message. What does byte pair encoding do with it?",
            [
                "It replaces it by a mark for unknown words",
                "It cuts it into pieces that training messages have",
                "It learns it when it first meets it",
            ],
            answer: 2,
            why: "All characters are pieces, so every word can be cut, if need be letter by letter. Whether the network knows what "
                + "to do with the pieces is another question."),
        Quiz.Ask(
            "A translator writes \"valeur valeur valeur\" whatever it reads. Why does BLEU not fall for it?",
            [
                "It compares the lengths only",
                "A word counts at most as often as the reference has it, and runs of two, three and four words have to fit, too",
                "It knows what words mean",
            ],
            answer: 2,
            why: "BLEU knows nothing of meaning. But the product of four shares is near 0 as soon as one of them is."),
        Quiz.Ask(
            "The network gets far more BLEU on messages that it was trained on. What follows?",
            [
                "It has learned many of them by heart; what it is worth, unseen messages say",
                "The unseen messages are harder French",
                "BLEU does not work on short texts",
            ],
            answer: 1,
            why: "A thousand messages are few for 700,000 parameters. More pairs help more than more steps."),
    ];
}
