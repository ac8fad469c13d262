using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson06
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "The plain decoder has begun its work. How does it still learn what the source said?",
            [
                "It reads the source again at each step", "From the state that it started with, and nothing else",
                "From the loss"
            ],
            answer: 2,
            why: "The encoder's last state becomes the decoder's first. There is no other connection."),
        Quiz.Ask(
            "Why is the decoder's input one word behind the target?",
            ["To save a word",
                "So that it predicts each word from those before it, as it will have to when it is alone",
                "Because French sentences are longer"],
            answer: 2,
            why: "Would it read the very word that it has to write, it could copy. "
                + "When it translates, that word is not there."),
        Quiz.Ask(
            "With teacher forcing 80 % of the words are right, but hardly a sentence is when the network writes alone. "
            + "Is there a fault?",
            ["Yes, the two numbers must agree",
                "No: alone, a wrong word is read at the next step, and one wrong word spoils a sentence",
                "Yes, the loss counts padding"],
            answer: 2,
            why: "With teacher forcing the next step reads the right word, whatever was written. "
                + "Alone, it reads its own mistake."),
        Quiz.Ask(
            "A beam of width 5 returns its best translation. What is certain?",
            ["It is right", "It is the most probable of all translations", "Neither"],
            answer: 3,
            why: "It is the best of what was kept, and what was dropped early may have been better. "
                + "And probable is not the same as right: the probabilities are the network's own."),
    ];
}
