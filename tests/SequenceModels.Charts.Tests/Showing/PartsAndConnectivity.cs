using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using SequenceModels.Layers;
using SequenceModels.Probes;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class PartsAndConnectivity
{
    public PartsAndConnectivity() => OfflineCharts.Start();

    [Fact]
    public void Each_part_has_its_map_and_all_share_the_words()
    {
        var trace = GruTrace.Of(new GruCell(2, 3, new TorchRandom(1)), Tensor.Randn(new TorchRandom(2), 4, 2));
        var json = Json(Show.Gates(["a", "b", "a", "c"], trace));

        Tensor[] parts = [trace.R, trace.Z, trace.N, trace.H];
        Assert.All(parts.Zip(json["data"]!.AsArray()), pair =>
            Assert.Equal(pair.First[3, 2].Item(), (double)pair.Second!["z"]![2]![3]!, 1e-3));
        Assert.Equal(["y", "y2", "y3", "y4"], json["data"]!.AsArray().Select(map => (string)map!["yaxis"]!));
        Assert.Equal("y4", (string)json["layout"]!["xaxis"]!["anchor"]!);
        Assert.Equal(0.0, (double)json["layout"]!["yaxis4"]!["domain"]![0]!, 1e-9);
    }

    [Fact]
    public void Gates_go_from_closed_to_open_and_states_are_centred_on_zero()
    {
        var data = Json(Show.Gates(["a"], ("my gate", Tensor.Zeros(1, 2)), ("c", Tensor.Full(-7, 1, 2))))["data"]!;

        Assert.Equal((0.0, 1.0), ((double)data[0]!["zmin"]!, (double)data[0]!["zmax"]!));
        Assert.Equal((-7.0, 7.0), ((double)data[1]!["zmin"]!, (double)data[1]!["zmax"]!));
    }

    [Fact]
    public void Only_the_colours_there_are_explained()
    {
        Assert.DoesNotContain("Orange", Show.Gates(["a"], ("gate", Tensor.Zeros(1, 2))).ToDisplayString("text/plain"));
        Assert.DoesNotContain("Green", Show.Gates(["a"], ("h", Tensor.Zeros(1, 2))).ToDisplayString("text/plain"));
    }

    [Fact]
    public void Counts_are_labelled_with_their_ratio_to_the_first() => Assert.Equal(
        ["2,000<br>1 ×", "5,000<br>2.5 ×"],
        Json(Show.ParameterCounts(("one", 2000), ("other", 5000)))["data"]![0]!["text"]!.AsArray()
            .Select(text => (string)text!));

    [Fact]
    public void What_has_no_influence_is_left_out_of_the_logarithmic_axis()
    {
        var y = Json(Show.Connectivity(("RNN", Tensor.FromArray([1f, 0f]))))["data"]![0]!["y"]!.AsArray();

        Assert.Equal((1.0, true), ((double)y[0]!, y[1] is null));
    }

    [Fact]
    public void What_cannot_be_shown_is_told()
    {
        Refused(() => Show.Gates(["a", "b"], ("z", Tensor.Zeros(1, 3))), "z is (1, 3), expected (2, units)");
        Refused(() => Show.Gates(["a"]), "no part");
        Refused(() => Show.ParameterCounts(), "no network");
        Refused(() => Show.ParameterCounts(("RNN", 0)), "RNN has 0 parameters");
        Refused(() => Show.Connectivity(), "no network");
        Refused(() => Show.Connectivity(("RNN", Tensor.Zeros(2, 3))), "RNN is (2, 3)", "Mean(0)");
    }

    private static void Refused(Func<GenericChart> draw, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(draw).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
