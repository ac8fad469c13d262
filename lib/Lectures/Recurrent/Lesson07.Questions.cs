using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson07
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "The lecture prints the same context shape for 5 and for 200 words. What does that show?",
            [
                "That 200 words cannot be translated",
                "That the context does not grow with the source",
                "That words are forgotten after the first 128",
            ],
            answer: 2,
            why: "A shape says how many numbers there are, not what they hold. "
                + "Whether something is lost has to be measured."),
        Quiz.Ask(
            "At 64 units the plain network wrote more of the longest words right after 800 steps than after 400. "
            + "What follows?",
            [
                "Its context can hold ten letters after all; that it fell with length was a matter of the budget",
                "64 numbers are too few for ten letters",
                "With enough steps every length works",
            ],
            answer: 1,
            why: "The context had 64 numbers both times, and more words came through. "
                + "How far it would get was not measured."),
        Quiz.Ask(
            "Each letter is right at 90 %, whatever the length of the word. "
            + "What does exact match do as words get longer?",
            ["It stays at 90 %", "It rises", "It falls"],
            answer: 3,
            why: "All letters have to be right: 0.9ⁿ. So look at the letters too, before blaming the context."),
        Quiz.Ask(
            "With attention nearly every word of 3 to 10 letters was right, and none of 12. "
            + "Why is that no contradiction?",
            [
                "12 letters do not fit through 64 numbers",
                "Attention reaches every letter, but what to do with longer words was never trained",
                "The test was too small",
            ],
            answer: 2,
            why: "With attention the decoder sees a state for each of the 12 letters. "
                + "It stopped at the lengths it had been trained on."),
    ];
}
