using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using SequenceModels.Models;
using SequenceModels.Tasks;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class WordsWritten
{
    public WordsWritten() => OfflineCharts.Start();

    [Fact]
    public void Each_column_has_the_most_probable_words_of_a_step_the_best_above()
    {
        var map = Map(Show.TopWords(Writing.Some(2), Writing.French));
        var top = Writing.Some(2).Steps[1].Top(3);

        Assert.Equal(top.Select(word => Math.Round(word.Probability, 3)), [.. map["z"]!.AsArray().Select(row => (double)row![1]!)]);
        Assert.Equal("l'<br>0.63", (string)map["text"]![0]![0]!);
        Assert.Equal("étoile<br>0.63", (string)map["text"]![0]![1]!);
    }

    [Fact]
    public void Below_each_column_is_the_word_that_the_decoder_read() => Assert.Equal(
        ["&lt;bos>", "l'", "étoile"],
        Json(Show.TopWords(Writing.Some(3), Writing.French))["layout"]!["xaxis"]!["ticktext"]!.AsArray()
            .Select(word => (string)word!));

    [Fact]
    public void Words_are_right_at_their_place_only()
    {
        var map = Map(Show.WordByWord(["a", "b", "c"], ("free", ["a", "c", "b", "c"])));

        Assert.Equal("[[0,-0.5],[0,0.5],[0,0.5],[null,0.5]]", map["z"]!.ToJsonString());
        Assert.Equal(["a", "c ✗", "b ✗", "c ✗"], map["text"]!.AsArray().Select(row => (string)row![1]!));
    }

    [Fact]
    public void A_sentence_that_ends_early_leaves_places_empty() => Assert.Equal(
        "[[0,-0.5],[0,null]]", Map(Show.WordByWord(["a", "b"], ("short", ["a"])))["z"]!.ToJsonString());

    [Fact]
    public void What_cannot_be_shown_is_told()
    {
        Refused(() => Show.TopWords(new Translation([], Ended: false), Writing.French), "no steps");
        Refused(() => Show.TopWords(Writing.Some(1), new Vocabulary(["a"])), "has 2 words, expected 10", "of the source");
        Refused(() => Show.WordByWord([], ("a", ["b"])), "nothing to compare");
        Refused(() => Show.WordByWord(["a"]), "nothing to compare");
    }

    private static void Refused(Func<GenericChart> draw, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(draw).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }

    private static JsonNode Map(GenericChart chart) => Json(chart)["data"]![0]!;

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
