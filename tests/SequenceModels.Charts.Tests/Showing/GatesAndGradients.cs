using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using SequenceModels.Layers;
using SequenceModels.Probes;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class GatesAndGradients
{
    private static readonly LstmCell _cell = new(2, 3, new TorchRandom(1));

    public GatesAndGradients() => OfflineCharts.Start();

    [Fact]
    public void Each_part_has_its_panel_gates_on_the_left()
    {
        var trace = LstmTrace.Of(_cell, Tensor.Randn(new TorchRandom(2), 4, 2));
        var json = Json(Show.Gates(["a", "b", "a", "c"], trace));

        Tensor[] parts = [trace.I, trace.G, trace.F, trace.C, trace.O, trace.H];
        Assert.All(parts.Zip(json["data"]!.AsArray()), pair =>
            Assert.Equal(pair.First[3, 2].Item(), (double)pair.Second!["z"]![2]![3]!, 1e-3));
        Assert.Equal([0.0, 0, 0], new[] { 0, 2, 4 }.Select(panel => (double)json["data"]![panel]!["zmin"]!));
        Assert.Equal(["x3", "x4", "x5", "x6", "x", "x2"], json["data"]!.AsArray().Select(map => (string)map!["xaxis"]!));
        Assert.Equal(["word", "word"], new[] { "xaxis", "xaxis2" }.Select(axis => (string)json["layout"]![axis]!["title"]!["text"]!));
    }

    [Fact]
    public void A_panel_s_heading_is_short_enough_for_half_a_phone() => Assert.All(
        Json(Show.Gates(["a"], LstmTrace.Of(_cell, Tensor.Ones(1, 2))))["layout"]!["annotations"]!.AsArray(),
        heading => Assert.InRange(((string)heading!["text"]!).Replace("<b>", "").Replace("</b>", "").Length, 1, 14));

    [Fact]
    public void A_memory_beyond_1_has_colours_for_it_and_the_others_keep_theirs()
    {
        var trace = LstmTrace.Of(_cell, Tensor.Zeros(1, 2), (Tensor.Zeros(3), Tensor.Full(30, 3)));
        var largest = Json(Show.Gates(["a"], trace))["data"]!.AsArray().Select(map => (double)map!["zmax"]!).ToArray();

        Assert.InRange(largest[3], 5, 30);
        Assert.Equal([1.0, 1, 1, 1, 1], largest.Where((_, panel) => panel != 3));
    }

    [Fact]
    public void A_trace_of_another_sentence_is_told() => Assert.Contains(
        "trace is (1, 3), expected (2, units)",
        Assert.Throws<ArgumentException>(() => Show.Gates(["a", "b"], LstmTrace.Of(_cell, Tensor.Zeros(1, 2)))).Message);

    [Fact]
    public void The_slider_shows_one_cell_at_a_time_and_the_lecture_s_line_always()
    {
        var json = Json(Show.ForgetBias(("one", Flow(5)), ("other", Flow(5))));

        Assert.Equal([true, true, true, false, false], Seen(json["data"]!.AsArray().Select(trace => trace!["visible"])));
        Assert.Equal([true, false, false, true, true], Seen(
            json["layout"]!["sliders"]![0]!["steps"]![1]!["args"]![0]!["visible"]!.AsArray()));
    }

    [Fact]
    public void Curves_begin_at_the_last_step_and_leave_out_what_vanished()
    {
        var y = Json(Show.ForgetBias(("vanishing", Flow(200))))["data"]![1]!["y"]!.AsArray();

        Assert.Equal(1.0, (double)y[0]!);
        Assert.Null(y[^1]);
        Assert.Equal(101, y.Count);
    }

    [Fact]
    public void Too_many_cells_and_unequal_lengths_are_told()
    {
        Assert.Contains("13 cells, expected 1 to 12", Refused([.. Enumerable.Repeat(("same", Flow(2)), 13)]));
        Assert.Contains("“other” read another number of steps than “one”", Refused([("one", Flow(2)), ("other", Flow(3))]));
    }

    private static string Refused((string, (GradientFlow, GradientFlow))[] cells) =>
        Assert.Throws<ArgumentException>(() => Show.ForgetBias(cells)).Message;

    private static IEnumerable<bool> Seen(IEnumerable<JsonNode?> values) => values.Select(value => (bool)value!);

    private static (GradientFlow H, GradientFlow C) Flow(int length) =>
        GradientProbe.Through(_cell, Tensor.Randn(new TorchRandom(3), 1, length, 2), new TorchRandom(4));

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
