using Microsoft.DotNet.Interactive.Formatting;

namespace SequenceModels.Charts.Tests.Progressing;

public sealed class Bars
{
    [Theory]
    [InlineData(0, 300, "", "░░░░░░░░░░░░░░░░░░░░ 0 of 300")]
    [InlineData(150, 300, "loss 0.52", "██████████░░░░░░░░░░ 150 of 300: loss 0.52")]
    [InlineData(299, 300, "", "███████████████████░ 299 of 300")]
    [InlineData(300, 300, "", "████████████████████ 300 of 300")]
    [InlineData(301, 300, "", "████████████████████ 301 of 300")]
    [InlineData(0, 0, "", "████████████████████ 0 of 0")]
    public void As_text_a_bar_is_full_when_all_is_done_and_not_before(int done, int total, string says, string text) =>
        Assert.Equal(text, new ProgressBar(done, total, says).ToDisplayString("text/plain"));

    [Theory]
    [InlineData(0, "width: 0%")]
    [InlineData(1, "width: 33.3%")]
    [InlineData(3, "width: 100%")]
    [InlineData(4, "width: 100%")]
    public void As_html_it_is_as_wide_as_the_share_that_is_done(int done, string width) =>
        Assert.Contains(width, new ProgressBar(done, 3).ToDisplayString("text/html"));

    [Fact]
    public void What_it_says_is_no_markup() =>
        Assert.Contains("1 of 2: &lt;b&gt;", new ProgressBar(1, 2, "<b>").ToHtml());

    [Fact]
    public void It_prefers_html() =>
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(ProgressBar)));
}
