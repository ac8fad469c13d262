using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class AttentionMaps
{
    private static readonly string[] _source = ["the", "black", "cat"], _written = ["chat", "noir"];

    private static readonly Tensor _weights = Tensor.FromArray([0.02f, 0, 0.98f, 0, 0.75f, 0.25f], 2, 3);

    public AttentionMaps() => OfflineCharts.Start();

    [Fact]
    public void Words_read_run_to_the_right_and_words_written_down()
    {
        var json = Json(Show.Attention(_source, _written, _weights));

        Assert.Equal(0.98, (double)json["data"]![0]!["z"]![0]![2]!, 1e-6);
        Assert.Equal("black", (string)json["layout"]!["xaxis"]!["ticktext"]![1]!);
        Assert.Equal("noir", (string)json["layout"]!["yaxis"]!["ticktext"]![1]!);
        Assert.Equal([1.5, -0.5], json["layout"]!["yaxis"]!["range"]!.AsArray().Select(end => (double)end!));
    }

    [Fact]
    public void Small_weights_are_not_written_into_their_cells() => Assert.Equal(
        ["", "", "0.98", "", "0.75", "0.25"],
        Json(Show.Attention(_source, _written, _weights))["data"]![0]!["text"]!.AsArray()
            .SelectMany(row => row!.AsArray()).Select(text => (string)text!));

    [Fact]
    public void It_says_how_much_weight_lies_on_padding()
    {
        Assert.Contains("yet get 99% of all weight", Text(["cat", "<pad>", "<pad>"]));
        Assert.DoesNotContain("pad", Text(_source));
        Assert.Contains("get exactly 0", Show.Attention(["cat", "<pad>"], ["chat"], Tensor.FromArray([1f, 0], 1, 2))
            .ToDisplayString("text/plain"));
    }

    [Fact]
    public void The_slider_shows_one_snapshot_at_a_time()
    {
        var even = Tensor.Full(1 / 3f, 2, 3);
        var json = Json(Show.AttentionDuringTraining(_source, _written, (0, even), (50, _weights)));

        Assert.Equal([true, false], json["data"]!.AsArray().Select(trace => (bool)trace!["visible"]!));
        var second = json["layout"]!["sliders"]![0]!["steps"]![1]!;
        Assert.Equal("step 50", (string)second["label"]!);
        Assert.Equal([false, true], second["args"]![0]!["visible"]!.AsArray().Select(seen => (bool)seen!));
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        Refused(() => Show.Attention(_written, _source, _weights), "(2, 3), expected (3, 2)", "Swapped axes?");
        Refused(() => Show.Attention(_source, ["chat"], _weights), "a row for each word written, <eos> included");
        Refused(() => Show.AttentionDuringTraining(_source, _written), "There are 0 snapshots, expected 1 to 12");
        Refused(() => Show.AttentionDuringTraining(_source, _written, (0, Tensor.Ones(1, 3))), "snapshots is (1, 3)");
    }

    private static string Text(string[] source) =>
        Show.Attention(source, _written, _weights).ToDisplayString("text/plain");

    private static void Refused(Func<GenericChart> draw, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(draw).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
