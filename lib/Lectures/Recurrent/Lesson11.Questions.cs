using Exercises;

namespace Lectures.Recurrent;

public static partial class Lesson11
{
    /// <summary>The lesson's quiz.</summary>
    public static IReadOnlyList<Quiz> Questions { get; } =
    [
        Quiz.Ask(
            "A model of language needs 2 bits per character. What does that mean?",
            [
                "It stores each character in two bits",
                "On average it is as unsure of the next character as if four were equally probable",
                "It gets every second character right",
            ],
            answer: 2,
            why: "−log₂ of one quarter is 2. The perplexity, 2² = 4, is the number of equally probable characters that would "
                + "leave one as unsure."),
        Quiz.Ask(
            "You lower the temperature from 1 to 0.3. What happens to what the network writes?",
            [
                "It becomes more daring: rare characters come more often",
                "It becomes more careful: what was probable becomes nearly certain, and it repeats itself",
                "Nothing, the order of the scores stays the same",
            ],
            answer: 2,
            why: "Scores divided by 0.3 are farther apart, so the largest takes nearly all. Nothing is learned or forgotten: the "
                + "network is the same at each temperature."),
        Quiz.Ask(
            "After 350 steps the LSTM was ahead of the Transformer. What follows?",
            [
                "LSTMs are better at text than Transformers",
                "For this text, these sizes and this many steps, the LSTM learned faster",
                "The Transformer cannot learn spelling",
            ],
            answer: 2,
            why: "Both curves were still falling. A comparison holds for the budget at which it was made: say data, sizes, steps and "
                + "learning rates with it."),
    ];
}
