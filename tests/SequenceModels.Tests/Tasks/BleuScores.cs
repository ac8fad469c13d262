using SequenceModels.Tasks;

namespace SequenceModels.Tests.Tasks;

public sealed class BleuScores
{
    // Papineni et al. 2002, section 2.1: 2 of 7, for the reference has "the" twice.
    [Fact]
    public void A_word_counts_at_most_as_often_as_the_reference_has_it() => Assert.Equal(
        2 / 7.0, Bleu.Precision(1, ["the the the the the the the"], ["The cat is on the mat."]), 12);

    // The same section: "It is a guide to action …" against the first reference, counted by hand.
    [Fact]
    public void Runs_are_counted_in_order()
    {
        string[] written = ["It is a guide to action which ensures that the military always obeys the commands of the party"];
        string[] wanted = ["It is a guide to action that ensures that the military will forever heed Party commands"];

        Assert.Equal(12 / 18.0, Bleu.Precision(1, written, wanted), 12);
        Assert.Equal(8 / 17.0, Bleu.Precision(2, written, wanted), 12);
        Assert.Equal(6 / 16.0, Bleu.Precision(3, written, wanted), 12);
    }

    [Fact]
    public void It_is_the_mean_of_logarithms_over_all_texts_together_and_too_short_costs()
    {
        string[] wanted = ["a b c d e f", "g h i j"], written = ["a b c d", "g h i j"];

        Assert.Equal(100, Bleu.Of(wanted, wanted), 9);
        Assert.Equal(100 * Math.Exp(1 - 10 / 8.0), Bleu.Of(written, wanted), 9);
        Assert.Equal(
            100 * Math.Pow(9 / 10.0 * (7 / 8.0) * (5 / 6.0) * (3 / 4.0), 0.25),
            Bleu.Of(["x b c d e f", "g h i j"], wanted), 9);
    }

    [Fact]
    public void Where_no_run_of_four_is_shared_it_is_0_and_so_it_is_where_nothing_is_written()
    {
        Assert.Equal(0, Bleu.Of(["a b c x"], ["a b c d"]));
        Assert.Equal(0, Bleu.Of([""], ["a b c d"]));
        Assert.Equal(0, Bleu.Precision(2, ["a"], ["a b"]));
    }

    [Fact]
    public void Translations_without_references_are_told() => Assert.Contains(
        "2 translations and 1 references",
        Assert.Throws<ArgumentException>(() => Bleu.Of(["a", "b"], ["a"])).Message, StringComparison.Ordinal);
}
