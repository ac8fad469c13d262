using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Exercises.Tests;

public sealed class Forms
{
    public static TheoryData<object> ShapesInManyForms => Rows(
        (2, 10, 128), new[] { 2, 10, 128 }, new List<long> { 2, 10, 128 }, new Shape(2, 10, 128),
        "(2, 10, 128)", "[2,10,128]", "2 × 10 × 128", "2 x 10 x 128", "2x10x128", "(2,10,128)", "2 10 128", "2, 10 and 128", "{2; 10; 128}", new[] { 2f, 10f, 128f }.Select(length => length));

    public static TheoryData<object> MatricesInManyForms => Rows(
        new[,] { { 1f, 2f }, { 3f, 4f } }, new[,] { { 1, 2 }, { 3, 4 } },
        new[] { new[] { 1.0, 2 }, [3, 4] }, ((1, 2), (3, 4)),
        Matrix<float>.Build.DenseOfRowMajor(2, 2, [1, 2, 3, 4]),
        Matrix<double>.Build.DenseOfRowMajor(2, 2, [1, 2, 3, 4]),
        "((1, 2), (3, 4))", "[[1, 2], [3, 4]]", Tensor.FromArray([1, 2, 3, 4]).Reshape(2, 2), Tensor.FromArray([1, 2, 3, 4]).Reshape(1, 2, 2),
        new List<Vector<double>> { Vector<double>.Build.Dense([1, 2]), Vector<double>.Build.Dense([3, 4]) });

    public static TheoryData<object> Missing => Rows(
        "", " ", Array.Empty<int>(), ("praise", ""), (1, (int?)null), new List<string>());

    public static TheoryData<object> Unreadable => Rows(
        'c', new object(), new[] { new[] { 1 }, [1, 2] }, new Dictionary<string, int> { ["a"] = 1 }, "two by ten",
        DateTime.UnixEpoch, new int?[] { 1, null });

    [Theory, MemberData(nameof(ShapesInManyForms), DisableDiscoveryEnumeration = true)]
    public void A_shape_may_be_written_in_any_form(object answer)
    {
        Assert.Equal(Outcome.Right, Check.Equal("shape", answer, (2, 10, 128)).Outcome);
        Assert.Equal(Outcome.Right, Check.Equal("shape", (2, 10, 128), answer).Outcome);
    }

    [Theory, MemberData(nameof(MatricesInManyForms), DisableDiscoveryEnumeration = true)]
    public void A_matrix_may_be_handed_in_in_any_form(object answer) =>
        Assert.Equal(Outcome.Right, Check.Equal("w", answer, new[,] { { 1f, 2f }, { 3f, 4f } }).Outcome);

    [Theory, MemberData(nameof(Missing), DisableDiscoveryEnumeration = true)]
    public void A_stub_is_not_answered_yet(object answer)
    {
        var verdict = Check.Equal("shape", answer, (2, 10));

        Assert.Equal(Outcome.Unanswered, verdict.Outcome);
        Assert.Contains("not answered yet", verdict.ToString());
    }

    [Theory, MemberData(nameof(Unreadable), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_read_is_wrong_and_says_what_is_expected(object answer)
    {
        var verdict = Check.Equal("shape", answer, (2, 10));

        Assert.Equal(Outcome.Wrong, verdict.Outcome);
        Assert.Contains("can't be compared: expected numbers of shape (2)", verdict.Message);
    }

    [Theory]
    [InlineData("24,832", 24_832)]
    [InlineData("24832", 24_832)]
    [InlineData("24 832", 24_832)]
    [InlineData("24'832", 24_832)]
    [InlineData("1,234,567", 1_234_567)]
    [InlineData("40 %", 40)]
    [InlineData("40%", 0.4)]
    [InlineData("40 percent", 40)]
    [InlineData("2/5", 0.4)]
    [InlineData("0,4", 0.4)]
    [InlineData("−0.4", -0.4)]
    [InlineData("~ 0.4", 0.4)]
    [InlineData("4e-1", 0.4)]
    [InlineData(true, 1)]
    public void A_number_may_be_typed_as_people_write_it(object answer, double expected) =>
        Assert.Equal(Outcome.Right, Check.Equal("x", answer, expected).Outcome);

    [Theory]
    [InlineData("24,83", 24_832)]
    [InlineData("40 %", 0.04)]
    [InlineData("1,128", 128)]
    [InlineData("forty", 40)]
    public void What_is_typed_wrong_stays_wrong(string answer, double expected) =>
        Assert.Equal(Outcome.Wrong, Check.Equal("x", answer, expected).Outcome);

    [Fact]
    public void Two_numbers_of_three_digits_may_still_be_two() =>
        Assert.Equal(Outcome.Right, Check.Equal("shape", "(1,128)", (1, 128)).Outcome);

    [Theory]
    [InlineData("not good", "Not good ", Outcome.Right)]
    [InlineData("yes", "\"Yes.\"", Outcome.Right)]
    [InlineData("yes", true, Outcome.Right)]
    [InlineData("no", "N", Outcome.Right)]
    [InlineData("yes", "no", Outcome.Wrong)]
    [InlineData("yes", false, Outcome.Wrong)]
    [InlineData("no", 1, Outcome.Wrong)]
    public void Words_are_compared_but_for_case(string expected, object answer, Outcome outcome) =>
        Assert.Equal(outcome, Check.Equal("words", answer, expected).Outcome);

    [Fact]
    public void Lists_of_words_are_compared_in_order()
    {
        string[] expected = ["the", "film"];

        Assert.Equal(Outcome.Right, Check.Equal("words", new List<string> { "the", "film" }, expected).Outcome);
        Assert.Equal(Outcome.Wrong, Check.Equal("words", ("film", "the"), expected).Outcome);
    }

    [Fact]
    public void An_endless_list_is_no_answer() => Assert.Equal(Outcome.Wrong, Check.Equal("sum", Endless(), 1).Outcome);

    [Fact]
    public void Null_is_not_answered_yet() =>
        Assert.Equal(Outcome.Unanswered, Check.Equal("shape", null, (2, 10)).Outcome);

    private static TheoryData<object> Rows(params object[] forms)
    {
        var rows = new TheoryData<object>();
        rows.AddRange(forms);
        return rows;
    }

    private static IEnumerable<int> Endless()
    {
        while (true)
        {
            yield return 1;
        }
    }
}
