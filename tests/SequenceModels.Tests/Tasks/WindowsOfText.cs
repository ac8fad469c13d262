using SequenceModels.Tasks;

namespace SequenceModels.Tests.Tasks;

public sealed class WindowsOfText
{
    private const string Text = "the type is not valid";
    private static readonly Vocabulary _letters = Vocabulary.OfCharacters(Text);

    [Fact]
    public void Targets_are_the_text_one_character_on()
    {
        var all = new TextWindows(_letters, Text, 5).All();

        Assert.Equal(["the t", "ype i", "s not", " vali"], Read(all.Inputs));
        Assert.Equal(["he ty", "pe is", " not ", "valid"], Read(all.Targets));
    }

    [Fact]
    public void A_rest_that_fills_no_window_is_left_out() =>
        Assert.Equal(["the type"], Read(new TextWindows(_letters, Text[..16], 8).All().Inputs));

    [Fact]
    public void Windows_drawn_begin_anywhere_the_last_place_included_and_the_same_seed_draws_the_same()
    {
        var windows = new TextWindows(_letters, Text, 18);
        string[] Drawn(int seed) => [.. windows.Batches(10, 6, new TorchRandom(seed)).SelectMany(batch => Read(batch.Inputs).Zip(Read(batch.Targets), (input, target) => input + target[^1]))];

        Assert.Equal([Text[..19], Text[1..20], Text[2..]], Drawn(1).Distinct().OrderBy(Text.IndexOf));
        Assert.Equal(Drawn(1), Drawn(1));
        Assert.NotEqual(Drawn(1), Drawn(2));
    }

    [Fact]
    public void A_text_no_longer_than_a_window_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new TextWindows(_letters, Text, Text.Length));

        Assert.Contains("text has 21 tokens, expected more than 21", error.Message, StringComparison.Ordinal);
    }

    private static string[] Read(Tensor tokens) =>
        [.. tokens.ToArray().Chunk(tokens.Shape[1]).Select(row => _letters.Decode(row.Select(token => (int)token)))];
}
