namespace Exercises.Tests;

public sealed class JudgingAnswers
{
    private static readonly Exercise Parameters = new("parameters", 128 * 64 + 128 * 128 + 128 + 128)
    {
        Mistakes =
        [
            new(128 * 64 + 128 * 128 + 128, "there are two biases."),
            new(128 * 64 + 128 * 128, "the biases are missing.")
        ],
        Hints = ["Look at the equation.", "`W_ih` is 128 × 64.", "128 * 64 + 128 * 128 + …"]
    };

    private static readonly Exercise Pair = new("a pair", ("good not bad", "bad not good"))
    {
        Mistakes = [new(("good", "good"), "the two are the same.")],
        Judge = answer => answer is (string one, string other) && one.Length == other.Length ? null : "the bags differ."
    };

    [Theory]
    [InlineData(24_832, "✓ parameters: right, exactly.")]
    [InlineData(24_704, "✗ parameters: there are two biases.")]
    [InlineData(24_576, "✗ parameters: the biases are missing.")]
    [InlineData(24_833, "✗ parameters: off by one: one too many.")]
    public void Its_own_mistakes_come_before_the_general_ones(int answer, string line) =>
        Assert.Equal(line, Parameters.Check(answer).ToString());

    [Fact]
    public void A_mistake_that_gives_the_right_answer_is_right() =>
        Assert.True(new Exercise("x", 4) { Mistakes = [new(4, "you added.")] }.Check(4).Passed);

    [Fact]
    public void A_mistake_nearly_right_is_still_told() =>
        Assert.Equal("no bias.", new Exercise("x", 0.97) { Mistakes = [new(0.969, "no bias.")] }.Check(0.969).Message);

    [Theory]
    [InlineData("abc", "cba", Outcome.Right, "right.")]
    [InlineData("abc", "ab", Outcome.Wrong, "the bags differ.")]
    [InlineData("good", "good", Outcome.Wrong, "the two are the same.")]
    [InlineData("abc", "", Outcome.Unanswered, "not answered yet")]
    public void A_question_with_many_answers_is_judged(string one, string other, Outcome outcome, string says)
    {
        var verdict = Pair.Check((one, other));

        Assert.Equal(outcome, verdict.Outcome);
        Assert.StartsWith(says, verdict.Message);
    }

    [Fact]
    public void Code_that_throws_is_wrong_or_not_written_yet()
    {
        Assert.Equal(Outcome.Unanswered, Parameters.Check(() => throw new NotImplementedException()).Outcome);
        Assert.Contains("stopped with IndexOutOfRangeException", Parameters.Check(() => Array.Empty<int>()[2]).Message);
        Assert.Contains("DivideByZero", Parameters.Check(Enumerable.Range(0, 3).Select(number => 1 / number)).Message);
    }

    [Theory]
    [InlineData(1, "Hint 1 of 3: Look at the equation.")]
    [InlineData(3, "Hint 3 of 3: 128 * 64 + 128 * 128 + …")]
    [InlineData(4, "No such hint: “parameters” has hints 1 to 3.")]
    public void Hints_come_one_at_a_time(int level, string hint) =>
        Assert.Equal(hint, Parameters.Hint(level).ToString());
}
