using Exercises;
using Lectures.Recurrent;
using SequenceModels;

namespace Notebooks.Tests;

/// <summary>What lesson 07's checks say to students' answers, each computed here as a student would.</summary>
public static class Answers07
{
    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson07.Bits, new[] { 3, 5, 10 }.Select(n => Math.Log2(Math.Pow(10, n))).ToArray() },
        { Lesson07.Bits, (Math.Log(1e3) / Math.Log(2), Math.Log(1e5) / Math.Log(2), Math.Log(1e10) / Math.Log(2)) },
        { Lesson07.Bits, "9.966, 16.61, 33.22" },
        { Lesson07.ExactMatch, new[] { 4 / 4.0, 3 / 5.0, 1 / 5.0 } },
        { Lesson07.ExactMatch, new List<float> { ByLoop(3), ByLoop(6), ByLoop(10) } },
        { Lesson07.LetterByLetter, Tensor.FromArray([0.857375f, 0.735092f, 0.598737f]) },
        { Lesson07.LetterByLetter, new[] { 3, 6, 10 }.Select(n => Enumerable.Repeat(0.95, n).Aggregate((p, q) => p * q)) },
        { Lesson07.Seen, (new[] { 64, 64, 64 }, new[] { 192, 640, 1280 }) },
        { Lesson07.Seen, new[,] { { 64.0, 64, 64 }, { 192, 640, 1280 } } },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson07.Bits, new[] { 1e3, 1e5, 1e10 }, "how many different words" },
        { Lesson07.Bits, new[] { 3, 5, 10 }.Select(n => Math.Log(Math.Pow(10, n))), "natural logarithm" },
        { Lesson07.Bits, new[] { 3, 5, 10 }, "base 10" },
        { Lesson07.Bits, new[] { 10, 17, 34 }, "Rounded up" },
        { Lesson07.Bits, new[] { 12, 20, 40 }, "16 values unused" },
        { Lesson07.Bits, new[] { 30, 50, 100 }, "far more than needed" },
        { Lesson07.ExactMatch, Shares((wanted, got) => wanted.Zip(got, (w, g) => w == g ? 1.0 : 0).Sum() / wanted.Length), "share of letters" },
        { Lesson07.ExactMatch, Shares((wanted, got) => wanted.Order().SequenceEqual(got.Order()) ? 1 : 0), "wrong order" },
        { Lesson07.ExactMatch, Shares((wanted, got) => wanted.Reverse().SequenceEqual(got) ? 1 : 0), "source as it is" },
        { Lesson07.ExactMatch, Shares((wanted, got) => wanted[..Math.Min(wanted.Length, got.Length)] == got ? 1 : 0), "stops too early" },
        { Lesson07.ExactMatch, Shares((wanted, got) => wanted.Zip(got).All(pair => pair.First == pair.Second) && got.Length >= wanted.Length ? 1 : 0), "at its end" },
        { Lesson07.ExactMatch, new[] { 4, 3, 1 }, "Those are counts" },
        { Lesson07.ExactMatch, 8 / 14.0, "one number for each length" },
        { Lesson07.ExactMatch, new[] { 100, 60, 20 }, "100 times too large" },
        { Lesson07.LetterByLetter, new[] { 0.95, 0.95, 0.95 }, "only if every letter" },
        { Lesson07.LetterByLetter, new[] { 0.85, 0.7, 0.5 }, "two mistakes twice" },
        { Lesson07.LetterByLetter, new[] { 0.142625, 0.264908, 0.401263 }, "words with a mistake" },
        { Lesson07.LetterByLetter, new[] { 2.85, 5.7, 9.5 }, "are multiplied" },
        { Lesson07.Seen, (new[] { 192, 640, 1280 }, new[] { 64, 64, 64 }), "changed places" },
        { Lesson07.Seen, (new[] { 64, 64, 64 }, new[] { 64, 64, 64 }), "a state for each letter" },
        { Lesson07.Seen, (new[] { 192, 640, 1280 }, new[] { 192, 640, 1280 }), "thrown away" },
        { Lesson07.Seen, (new[] { 64, 64, 64 }, new[] { 256, 704, 1344 }), "counted twice" },
        { Lesson07.Seen, (new[] { 64, 64, 64 }, new[] { 3, 10, 20 }), "Each has 64 numbers" },
    };

    private static float ByLoop(int length)
    {
        var (right, all) = (0, 0);
        foreach (var (source, written) in Lesson07.Written.Where(word => word.Source.Length == length))
        {
            all++;
            right += source.Reverse().SequenceEqual(written) ? 1 : 0;
        }

        return (float)right / all;
    }

    private static double[] Shares(Func<string, string, double> of) => [.. Lesson07.Written
        .GroupBy(word => word.Source.Length, word => of(string.Concat(word.Source.Reverse()), word.Written))
        .Select(group => group.Average())];
}
