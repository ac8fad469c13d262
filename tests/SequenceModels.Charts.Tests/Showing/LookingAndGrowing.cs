using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class LookingAndGrowing
{
    [Fact]
    public void Bits_are_drawn_in_the_order_of_steps_above_a_dashed_line_of_what_frequencies_alone_reach()
    {
        var chart = Show.BitsDuringTraining(4.464, ("RNN", [(100, 2.5), (50, 3.25)]), ("LSTM", [(50, 3)]));
        var data = Json(chart)["data"]!;

        Assert.Equal(("[50,100]", "[3.25,2.5]"), (data[0]!["x"]!.ToJsonString(), data[0]!["y"]!.ToJsonString()));
        Assert.Equal("[4.464,4.464]", data[2]!["y"]!.ToJsonString());
        Assert.Contains("4.5 bits", chart.ToDisplayString("text/plain"), StringComparison.Ordinal);
        Assert.Contains("RNN: 3.25 at 50, 2.5 at 100.", chart.ToDisplayString("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void BLEU_is_drawn_in_the_order_of_steps()
    {
        var chart = Show.BleuDuringTraining(("without", [(75, 5.6), (150, 10)]), ("with", [(150, 20.5), (75, 15)]));
        var data = Json(chart)["data"]!;

        Assert.Equal(("[75,150]", "[15,20.5]"), (data[1]!["x"]!.ToJsonString(), data[1]!["y"]!.ToJsonString()));
        Assert.Contains("with: 15 at 75, 20.5 at 150.", chart.ToDisplayString("text/plain"), StringComparison.Ordinal);
    }

    private static readonly Tensor _causal = Tensor.FromArray(new[,] { { 1f, 0 }, { 0.25f, 0.75f } });

    public LookingAndGrowing() => OfflineCharts.Start();

    [Fact]
    public void A_row_is_the_word_that_looks_and_each_map_has_its_own_words_below()
    {
        var json = Json(Show.SelfAttention(["a", "b"], ("one", _causal), ("two", _causal)));

        Assert.Equal("[[1,0],[0.25,0.75]]", json["data"]![1]!["z"]!.ToJsonString());
        Assert.Equal(["x", "x2"], json["data"]!.AsArray().Select(map => (string)map!["xaxis"]!));
        Assert.Equal(1, (double)json["layout"]!["xaxis2"]!["domain"]![1]!, 1e-9);
        Assert.Equal(
            ["<b>one</b>", "<b>two</b>"],
            json["layout"]!["annotations"]!.AsArray().Select(heading => (string)heading!["text"]!));
    }

    [Fact]
    public void What_a_causal_mask_hides_is_crossed_and_said()
    {
        Assert.Equal(
            """[["1.00","×"],["0.25","0.75"]]""",
            Json(Show.SelfAttention(["a", "b"], ("one", _causal)))["data"]![0]!["text"]!
                .ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Contains("causal mask", Show.SelfAttention(["a", "b"], ("one", _causal)).ToDisplayString("text/plain"));
        Assert.DoesNotContain(
            "causal", Show.SelfAttention(["a", "b"], ("one", Tensor.Full(0.5f, 2, 2))).ToDisplayString("text/plain"));
    }

    [Fact]
    public void A_row_of_positions_is_a_position() => Assert.Equal(
        "[[0,1],[0.5,-1],[0.25,0]]",
        Json(Show.Positions(Tensor.FromArray(new[,] { { 0, 1 }, { 0.5f, -1 }, { 0.25f, 0 } })))["data"]![0]!["z"]!
            .ToJsonString());

    [Fact]
    public void Counts_are_ordered_by_length_and_both_axes_double()
    {
        var json = Json(Show.AgainstLength("scores", ("attention", [(8, 64), (2, 4)])));

        Assert.Equal("[2,8]", json["data"]![0]!["x"]!.ToJsonString());
        Assert.Equal("[4,64]", json["data"]![0]!["y"]!.ToJsonString());
        Assert.Equal("[1,2,4,8]", json["layout"]!["xaxis"]!["tickvals"]!.ToJsonString());
        Assert.Equal("log", (string)json["layout"]!["yaxis"]!["type"]!);
    }

    [Fact]
    public void What_cannot_be_shown_is_told()
    {
        Refused(
            () => Show.SelfAttention(["a", "b"], ("w", Tensor.Zeros(2, 3))), "w is (2, 3), expected (2, 2)",
            "weights[0, 0]");
        Refused(() => Show.SelfAttention(["a"]), "0 maps, expected 1 to 4");
        Refused(() => Show.Positions(Tensor.Zeros(3)), "table is (3)");
        Refused(() => Show.AgainstLength("steps"), "at least one length");
        Refused(() => Show.AgainstLength("steps", ("RNN", [(4, 0)])), "no 0");
    }

    private static void Refused(Func<GenericChart> draw, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(draw).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
