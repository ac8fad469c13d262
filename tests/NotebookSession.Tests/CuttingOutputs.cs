namespace NotebookSession.Tests;

public class CuttingOutputs
{
    private static readonly OutputLimit _limit = new() { Lines = 3, Characters = 100, Ending = 20 };

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\nc\n", "a\nb\nc\n")]
    [InlineData("one line", "one line")]
    public void A_text_within_the_limit_is_left_alone(string text, string cut) => Assert.Equal(cut, _limit.Cut(text));

    [Fact]
    public void A_text_beyond_it_keeps_its_beginning_a_count_and_its_last_lines()
    {
        var text = string.Concat(Enumerable.Range(1, 1000).Select(i => $"{i}\n"));

        Assert.Equal("1\n2\n3\n… 997 more lines, ending in:\n997\n998\n999\n1000", _limit.Cut(text));
    }

    [Fact]
    public void A_long_line_is_cut_by_characters() => Assert.Equal(
        $"{new string('x', 100)}\n… 400 more characters, ending in:\n{new string('x', 20)}", _limit.Cut(new string('x', 500)));

    [Fact]
    public void A_text_that_was_cut_stays_as_it_is()
    {
        var cut = _limit.Cut(string.Concat(Enumerable.Range(1, 1000).Select(i => $"{i}\n")));

        Assert.Equal(cut, _limit.Cut(cut));
    }
}
