using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class LettersAndContexts
{
    // All differences lie along the first number, but for a little in the second: the plane is the two numbers.
    private static readonly Tensor _contexts =
        Tensor.FromArray(new[,] { { 3f, 0, 1 }, { -3, 0, 1 }, { 0, 0.5f, 1 }, { 0, -0.5f, 1 } });

    public LettersAndContexts() => OfflineCharts.Start();

    [Fact]
    public void Each_word_stands_at_its_context_as_the_letter_chosen()
    {
        var json = Json(Show.LettersInContext(["ab", "ba", "aa", "bb"], _contexts));
        var (first, second) = (json["data"]![0]!, json["data"]![1]!);

        Assert.Equal("[3,-3,0,0]", first["x"]!.ToJsonString());
        Assert.Equal("[0,0,0.5,-0.5]", first["y"]!.ToJsonString());
        Assert.Equal("""["a","b","a","b"]""", first["text"]!.ToJsonString());
        Assert.Equal("""["b","a","a","b"]""", second["text"]!.ToJsonString());
        Assert.Equal(
            "[false,true]", json["layout"]!["sliders"]![0]!["steps"]![1]!["args"]![0]!["visible"]!.ToJsonString());
    }

    [Fact]
    public void A_letter_keeps_its_colour_at_every_place()
    {
        var data = Json(Show.LettersInContext(["ab", "ba", "aa", "bb"], _contexts))["data"]!;
        string Colour(int place, int word) => (string)data[place]!["textfont"]!["color"]![word]!;

        Assert.Equal(Colour(0, 0), Colour(1, 1));
        Assert.NotEqual(Colour(0, 0), Colour(1, 0));
    }

    [Fact]
    public void The_share_of_the_variance_that_the_plane_holds_is_said() => Assert.Contains(
        "it holds 100 % of their variance",
        Show.LettersInContext(["ab", "ba", "aa", "bb"], _contexts).ToDisplayString("text/plain"));

    [Fact]
    public void What_cannot_be_drawn_is_told()
    {
        Refused(() => Show.LettersInContext(["ab", "abc", "aa", "bb"], _contexts), "2, 3 letters, expected all");
        Refused(() => Show.LettersInContext(["a", "b", "a", "b"], _contexts), "1 letters");
        Refused(() => Show.LettersInContext(["ab"], _contexts), "contexts is (4, 3), expected (1, units)");
        Refused(() => Show.LettersInContext(["ab", "ba", "aa", "bb"], _contexts.Reshape(1, 4, 3)), "take layer 0");
        Refused(() => Show.LettersInContext([], _contexts), "no words");
    }

    private static void Refused(Func<GenericChart> draw, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(draw).Message);

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
