using Exercises;
using Lectures.Recurrent;

namespace Notebooks.Tests;

/// <summary>What lesson 12's checks say to students' answers, each computed here as a student would.</summary>
public static class Answers12
{
    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson12.MostFrequentPair, 9 },
        { Lesson12.MostFrequentPair, "9" },
        { Lesson12.SharedWords, 0.75 },
        { Lesson12.SharedWords, "6/8" },
        { Lesson12.SharedWords, "75 %" },
        { Lesson12.TooShort, 77.88 },
        { Lesson12.TooShort, 100 / Math.Exp(0.25) },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson12.MostFrequentPair, 2, "as often as it stands in the text" },
        { Lesson12.MostFrequentPair, 8, "in lowest and newer" },
        { Lesson12.MostFrequentPair, 7, "in low and lowest" },
        { Lesson12.MostFrequentPair, 2 + 6 + 6 + 3, "single letters" },
        { Lesson12.SharedWords, 7 / 8.0, "second \"type\" does not count" },
        { Lesson12.SharedWords, 6 / 7.0, "Divide by those written" },
        { Lesson12.SharedWords, 1, "no \"de\"" },
        { Lesson12.SharedWords, 6, "Divide by the 8" },
        { Lesson12.TooShort, 100, "below 1 here" },
        { Lesson12.TooShort, 80, "8 of 10" },
        { Lesson12.TooShort, 100 * Math.Exp(0.2), "swapped" },
        { Lesson12.TooShort, Math.Exp(-0.25), "from 0 to 100" },
        { Lesson12.TooShort, 100 * Math.Exp(-0.2), "1 − 10/8" },
        { Lesson12.TooShort, 75, "Math.Exp" },
    };
}
