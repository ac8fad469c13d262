namespace Exercises.Tests;

public sealed class TypicalMistakes
{
    private static readonly int[,] ThreeByTwo = { { 1, 2 }, { 3, 4 }, { 5, 6 } };

    private static readonly double[] States = [-0.97, -0.91, 0.92, 0.31];

    public static TheoryData<object, object, string> Table => new()
    {
        { new[,] { { 1, 3, 5 }, { 2, 4, 6 } }, ThreeByTwo, "rows and columns are swapped" },
        { new[,] { { 9, 3, 5 }, { 2, 4, 6 } }, ThreeByTwo, "(2, 3), expected (3, 2): swapped axes?" },
        { new float[2, 64, 10], new float[2, 10, 64], "(2, 64, 10), expected (2, 10, 64): swapped axes?" },
        { new[] { 1, 2, 3, 4 }, new[,] { { 1, 2 }, { 3, 4 } }, "they only need that shape" },
        { new float[4, 2], new float[5, 2], "(4, 2), expected (5, 2): one too few" },
        { new float[6, 2], new float[5, 2], "one too many" },
        { 1, new float[5, 2], "the shape is (), expected (5, 2)." },
        { States.Select(value => -value), States, "the sign is wrong" },
        { States.Select(Math.Atanh), States, "before tanh" },
        { new[] { -2.0, 0.5 }, new[] { 1 / (1 + Math.Exp(2.0)), 1 / (1 + Math.Exp(-0.5)) }, "before the sigmoid" },
        { States.Select(Math.Tanh), States, "through tanh once too often" },
        { new[] { 0.7, 0.2 }, new[] { 0.3, 0.8 }, "1 minus what is asked for" },
        { Math.Log(0.3), 0.3, "this is the logarithm" },
        { 98.7, 0.987, "100 times too large. Expected is a share" },
        { 0.5, 50, "100 times too small" },
        { 0, 0.6, "In C#, 3 / 2 is 1" },
        { new[] { 2, 3 }, new[] { 2.5, 3.25 }, "In C#, 3 / 2 is 1" },
        { 0.2, 0.2443, "rounded too much, or cut off" },
        { 49_664, 24_832, "2 times too large" },
        { new[] { 0, double.NegativeInfinity }, new[] { 1, 0 }, "Asked for are 1 where one may look" },
        { new[,] { { 0, -1e9 }, { 0, 0 } }, new[,] { { 1, 0 }, { 1, 1 } }, "Asked for are 1 where one may look" },
        { 9, 10, "off by one: one too few" },
        { 11, 10, "off by one: one too many" },
        { (10, 2, 128), (2, 10, 128), "in another order: 0 and 1 (counted from 0) have changed places" },
        { new[,] { { 3, 4 }, { 1, 2 } }, new[,] { { 1, 2 }, { 3, 4 } }, "the two rows have changed places" },
        { new[,] { { 2, 1 }, { 4, 3 } }, new[,] { { 1, 2 }, { 3, 4 } }, "the two columns have changed places" },
        { new[,] { { 1, 3 }, { 2, 4 } }, new[,] { { 1, 2 }, { 3, 4 } }, "rows and columns are swapped" },
        { new[] { 3, 3, 3 }, new[] { 1, 2, 3 }, "all numbers are 3, but they should differ" },
        { new[] { 1, 2, 4.5, 4, 5 }, new[] { 1, 2, 3.0, 4, 5.5 - 0.5 }, "all are right but one: at [2], 4.5 is too large" },
        { 6, new[] { 1, 2, 3 }, "that is the sum of the numbers asked for" },
        { 2.5, new[] { 1, 2, 3, 4 }, "that is the mean of the numbers asked for" },
        { 3, new[] { 1, 2, 3, 7 }, "that is one of the numbers asked for" },
        { (3, 4), ThreeByTwo, "that is one row of it" },
        { (2, 4, 6), ThreeByTwo, "that is one column of it" },
        { (9, 12), ThreeByTwo, "that is the sum of its rows" },
        { (1.5, 3.5, 5.5), ThreeByTwo, "that is the mean of its columns" },
        { 5.27, 4.27, "exactly 1 too large" },
        { (9, 1), (1, 9), "the two numbers have changed places" },
        { (128, 64, 10, 2), (2, 10, 64, 128), "in reverse order" },
        { (3, 1, 2), (1, 2, 3), "in another order." },
        { new[] { 0.0, -0.97, -0.91, 0.92 }, States, "one step late" },
        { new[] { -0.91, 0.92, 0.31, 0.0 }, States, "one step early" },
        { States.Select(value => value - 0.25), States, "every number is 0.25 too small" },
        { States.Select(value => value * 4), States, "every number is 4 times" },
        { new[] { 0.1, double.NaN }, new[] { 0.1, 0.2 }, "a NaN at [1]" },
        { double.PositiveInfinity, 0.2, "an infinity: a division by zero" }
    };

    [Theory, MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void A_typical_mistake_is_named(object answer, object expected, string says)
    {
        var verdict = Check.Equal("x", answer, expected);

        Assert.Equal(Outcome.Wrong, verdict.Outcome);
        Assert.Contains(says, verdict.Message);
    }

    [Fact]
    public void A_wrong_answer_without_a_pattern_gets_no_invented_reason() =>
        Assert.Equal("✗ x: the largest difference is 1.5, at [1]: 0.6 is too large there.",
            Check.Equal("x", new[] { -0.1, 0.6, 0.5, 0.2 }, States).ToString());

    [Theory]
    [InlineData(427.0, 4.27)]      // no share
    [InlineData(248.32, 24_832.0)] // no percentage
    [InlineData(20.0, 1.0)]        // tanh 20 is 1, but nobody forgot a tanh
    [InlineData(0.16, 0.12)]
    public void Nothing_false_is_said_of_a_number(double answer, double expected)
    {
        var says = Check.Equal("x", answer, expected).Message;

        Assert.DoesNotContain("share", says);
        Assert.DoesNotContain("percentage", says);
        Assert.DoesNotContain("tanh", says);
        Assert.DoesNotContain("sigmoid", says);
    }

    [Fact]
    public void One_row_that_fits_by_chance_is_no_shift() => Assert.DoesNotContain("late",
        Check.Equal("x", new[,] { { 7, 7 }, { 1, 2 } }, new[,] { { 1, 2 }, { 3, 4 } }).Message);

    [Fact]
    public void Expected_zeros_are_no_pattern() =>
        Assert.Contains("too large", Check.Equal("x", new[] { 0.0005, 0 }, new[] { 0.0, 0 }).Message);
}
