using Microsoft.DotNet.Interactive.Formatting;

namespace Exercises.Tests;

public sealed class Appearance
{
    private static readonly Quiz Quiz =
        Quiz.Ask("How many `W_hh`?", ["5", "a < b", "1"], answer: 3, why: "The same weights serve every step.");

    public static TheoryData<object> Values =>
    [
        Check.Equal("x", 1, 2), Check.Equal("x", 2, 2), Check.Equal("x", null, 2), Check.Predict("x", 3),
        new Hint("Hint 1 of 3", "Look up."), Quiz
    ];

    [Theory, MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Every_note_is_html_without_scripts_and_text(object value)
    {
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(value.GetType()));
        Assert.StartsWith("<div", value.ToDisplayString("text/html"));
        Assert.DoesNotContain("<script", value.ToDisplayString("text/html"));
        Assert.Equal(value.ToString(), value.ToDisplayString("text/plain"));
    }

    [Fact]
    public void What_a_student_wrote_is_no_markup() =>
        Assert.Contains("<code>&lt;script&gt;</code>", Check.Equal("x", "<script>", 1).ToHtml());

    [Fact]
    public void A_quiz_answer_unfolds_without_a_script()
    {
        Assert.Equal(3, Quiz.ToHtml().Split("<details>").Length - 1);
        Assert.Equal(3, Quiz.ToHtml().Split("<summary style=\"display: list-item;").Length - 1); // a front end may hide the triangle
        Assert.Contains(">3. 1</summary><p>✓ Yes. The same weights", Quiz.ToHtml());
        Assert.Contains(">2. a &lt; b</summary><p>✗ No.", Quiz.ToHtml());
        Assert.Contains("How many <code>W_hh</code>?", Quiz.ToHtml());
    }

    [Fact]
    public void A_quiz_as_text_gives_the_answer_last() => Assert.Equal(
        "How many `W_hh`?\n  1. 5\n  2. a < b\n  3. 1\nAnswer: 3. The same weights serve every step.", Quiz.ToString());

    [Fact]
    public void An_answer_beyond_the_options_is_refused() =>
        Assert.Contains("answer is 0, expected the number of an option: 1 to 2",
            Assert.Throws<ArgumentOutOfRangeException>(() => Quiz.Ask("?", ["a", "b"], 0, "")).Message);
}
