using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 12, a real translator.</summary>
public static partial class Lesson12
{
    /// <summary>How often the most frequent pair of letters stands in <i>low</i> × 5, <i>lowest</i> × 2, <i>newer</i> × 6 and
    /// <i>wider</i> × 3.</summary>
    public static Exercise MostFrequentPair { get; } = new("the most frequent pair", 9)
    {
        Mistakes =
        [
            new(2, "Each word counts as often as it stands in the text: newer six times, wider three times."),
            new(8, "That is \"we\", in lowest and newer. There is a pair that stands there once more."),
            new(7, "That is \"lo\" or \"ow\", in low and lowest. There are more frequent ones."),
            new(6, "Those are the pairs of newer. One of them stands in another word, too."),
            new(3, "That is wider alone."),
            new(17, "Those are single letters: all e. Count pairs of neighbors."),
        ],
        Hints =
        [
            "Which pairs of neighbors stand in more than one of the words?",
            "\"lo\" and \"ow\" are in low and lowest, \"we\" in lowest and newer, \"er\" in newer and wider. How often is each word there?",
            "6 (newer) + …",
        ],
    };

    /// <summary>p_1 of <i>le type de type n' est pas valide</i> against <i>le type n' est pas valide ici</i>.</summary>
    public static Exercise SharedWords { get; } = new("the share of words", 6 / 8.0)
    {
        Mistakes =
        [
            new(7 / 8.0, "The second \"type\" does not count: the reference has only one."),
            new(6 / 7.0, "You divided by the reference's words. Divide by those written: 8."),
            new(1.0, "Not all: the reference has no \"de\", and only one \"type\"."),
            new(6, "That is how many words are shared. Divide by the 8 that are written."),
            new(5 / 8.0, "One more is shared: the first \"type\" counts, the second does not."),
            new(2 / 8.0, "That is the share of the words that are not shared."),
            new(5 / 7.0, "Count the words written that the reference has, over all 8 that are written."),
        ],
        Hints =
        [
            "Go through the words that are written, and cross each out in the reference.",
            "le, type, n', est, pas, valide: these are crossed out. What is left of what was written?",
            "6 / …",
        ],
    };

    /// <summary>The share of runs that the student counts.</summary>
    public static FunctionExercise<SharedRuns> OwnPrecision => Functions.OwnPrecision.Exercise;

    /// <summary>BLEU of 8 right words where the reference has 10.</summary>
    public static Exercise TooShort { get; } = new("the BLEU of a short one", 100 * Math.Exp(1 - 10 / 8.0))
    {
        Mistakes =
        [
            new(100, "The first factor is below 1 here: what is right is too short. (In C#, 10 / 8 of whole numbers is 1: write "
                + "10 / 8.0.)"),
            new(80, "That is 8 of 10. The formula makes a short one pay by e^{1 − r/c}."),
            new(100 * Math.Exp(1 - 8 / 10.0), "r and c are swapped: c words are written, 8, and r is the reference, 10."),
            new(Math.Exp(1 - 10 / 8.0), "The share is right. BLEU goes from 0 to 100."),
            new(100 * Math.Exp(-10 / 8.0), "The exponent is 1 − r/c."),
            new(100 * Math.Exp(8 / 10.0 - 1), "The exponent is 1 − r/c, with c words written: 1 − 10/8."),
            new(100 * Math.Pow(Math.Exp(1 - 10 / 8.0), 0.25), "The root is of the four shares only, not of the first factor."),
            new(75, "1 − 10/8 is −0.25, and e to the power of it is wanted: Math.Exp."),
        ],
        Hints =
        [
            "The four shares are 1. What is left of the formula?",
            "c is what was written, 8, and r the reference, 10. With whole numbers, 10 / 8 would be 1 in C#.",
            "100 * Math.Exp(1 - 10 / …)",
        ],
    };
}
