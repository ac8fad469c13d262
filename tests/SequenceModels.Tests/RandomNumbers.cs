using System.Text.Json;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class RandomNumbers
{
    [Fact]
    public void The_stream_is_PyTorch_s() => Agree(Golden.PathOf("random.json"));

    [Fact]
    public void The_stream_is_PyTorch_s_for_seeds_drawn_anew()
    {
        Python.Require();
        var file = Path.GetTempFileName();
        Python.Script("generate_random.py", file, "5000");
        Agree(file);
        File.Delete(file);
    }

    private static void Agree(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var run in document.RootElement.EnumerateArray())
        {
            var seed = run.GetProperty("seed").GetInt64();
            var rng = new TorchRandom(seed);
            foreach (var draw in run.GetProperty("draws").EnumerateArray())
            {
                var (kind, count) = (draw.GetProperty("kind").GetString(), draw.GetProperty("count").GetInt32());
                double[] expected =
                    [.. draw.GetProperty("values").EnumerateArray().Select(value => (double)value.GetSingle())];
                double[] actual = kind == "permutation"
                    ? Array.ConvertAll(rng.Permutation(count), i => (double)i)
                    : Array.ConvertAll(Draw(kind, rng, count).ToArray(), value => (double)value);
                var tolerance = kind == "normal" ? 1e-6 : 0; // PyTorch's own vector logarithm and cosine are rounder
                Assert.All(expected.Zip(actual), pair => Assert.True(
                    Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, Math.Abs(pair.First)),
                    $"seed {seed}, {kind} of {count}: expected {pair.First:R}, got {pair.Second:R}"));
                Assert.Equal(expected.Length, actual.Length);
            }
        }
    }

    private static Tensor Draw(string? kind, TorchRandom rng, int count) => kind switch
    {
        "uniform" => Tensor.Rand(rng, count),
        "bounded" => Tensor.Uniform(rng, -0.57735026f, 0.57735026f, count),
        "normal" => Tensor.Randn(rng, count),
        "integer" => Tensor.RandInt(rng, 0, 1000003, count),
        _ => throw new InvalidOperationException($"unknown kind {kind}"),
    };
}
