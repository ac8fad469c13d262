namespace Exercises.Tests;

public sealed class Tolerances
{
    [Theory]
    [InlineData(0.9234f, 0.9234, Outcome.Right)]      // float32 against double
    [InlineData(0.92341, 0.923405, Outcome.Right)]
    [InlineData(0.92, 0.9234, Outcome.Close)]         // two decimals
    [InlineData(0.91, 0.9234, Outcome.Wrong)]
    [InlineData(0.24, 0.2443, Outcome.Close)]         // two digits, though 2 % are lost
    [InlineData(0.2, 0.2443, Outcome.Wrong)]
    [InlineData(0.0, 1e-6, Outcome.Wrong)]            // a small gradient is not no gradient
    [InlineData(1.0000001e-6, 1e-6, Outcome.Right)]
    [InlineData(24_832, 24_832, Outcome.Right)]
    [InlineData(24_831, 24_832, Outcome.Wrong)]       // whole numbers are never close
    [InlineData(1_000_001, 1_000_000, Outcome.Wrong)]
    [InlineData(3.999, 4, Outcome.Wrong)]
    [InlineData(1e-9, 0, Outcome.Right)]
    [InlineData(double.NaN, 1.5, Outcome.Wrong)]
    [InlineData(double.NaN, double.NaN, Outcome.Right)]
    [InlineData(double.PositiveInfinity, 1.5, Outcome.Wrong)]
    public void A_number_is_right_close_or_wrong(object answer, object expected, Outcome outcome) =>
        Assert.Equal(outcome, Check.Equal("x", answer, expected).Outcome);

    [Fact]
    public void Numbers_are_measured_against_the_largest_expected()
    {
        double[] expected = [1.25, 1e-3];

        Assert.Equal(Outcome.Right, Check.Equal("x", new[] { 1.25, 1.001e-3 }, expected).Outcome);
        Assert.Equal(Outcome.Close, Check.Equal("x", new[] { 1.25, 0 }, expected).Outcome);
        Assert.Equal(Outcome.Wrong, Check.Equal("x", new[] { 1.25, 5e-3 }, expected).Outcome);
    }

    [Fact]
    public void The_largest_difference_is_told_with_its_place()
    {
        double[,] expected = { { 0.1, 0.2, 0.3 }, { 0.4, 0.5, 0.6 } };

        Assert.Equal("≈ x: close. Largest difference 0.003 at [1, 0]: rounded?",
            Check.Equal("x", new[,] { { 0.1, 0.2, 0.3 }, { 0.403, 0.5, 0.6 } }, expected).ToString());
        Assert.Equal("✗ x: the largest difference is 0.4, at [1, 2]: 0.2 is too small there.",
            Check.Equal("x", new[,] { { 0.1, 0.2, 0.35 }, { 0.4, 0.5, 0.2 } }, expected).ToString());
    }

    [Fact]
    public void Rounding_must_not_lose_a_number() =>
        Assert.Equal(Outcome.Wrong, Check.Equal("x", (16, 32, 0), (16, 32, 0.5)).Outcome);

    [Fact]
    public void A_number_doubled_is_not_rounded() =>
        Assert.DoesNotContain("rounded", Check.Equal("x", (2, 0, 1), (1, 0, 0.5)).Message);

    [Theory]
    [InlineData(0.5, 0.5, "✓ x: right, exactly.")]
    [InlineData(0.500001, 0.5, "✓ x: right, largest difference below 1E-05.")]
    [InlineData(0.9, 0.5, "✗ x: 0.9 is too large.")]
    public void A_verdict_is_one_friendly_line(double answer, double expected, string line) =>
        Assert.Equal(line, Check.Equal("x", answer, expected).ToString());
}
