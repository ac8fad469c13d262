using Course.Tests.Page;
using NotebookSession;
using NotebookSession.Running;

namespace BrowserCourse.Tests;

/// <summary>What the library computes in a tab, where its loops are compiled by the browser, has the bits that it has on the machine itself.</summary>
public sealed class SameBits(Site site, Chromium chromium)
{
    private const string AddsFunctions = "(bytes) => {";

    // An engine that has no relaxed_madd (0xFD 0x85 0x02) refuses the whole module.
    private const string Refuses = """

          for (let i = 2; i < bytes.length; i++) {
            if (bytes[i - 2] === 0xFD && bytes[i - 1] === 0x85 && bytes[i] === 2) throw new WebAssembly.CompileError('an older engine');
          }
        """;

    private const string Setup = """
        using System.Security.Cryptography;
        using SequenceModels;
        using SequenceModels.Layers;
        using SequenceModels.Training;
        using SequenceModels.Tests.Numerics;

        string Digest(IEnumerable<float[]> results) => Convert.ToHexString(SHA256.HashData(
            results.SelectMany(result => result.SelectMany(BitConverter.GetBytes)).ToArray()))[..16];
        """;

    // Rows, columns and depths that fill no register, and what their gradients make of them: products with either side transposed.
    private const string Products = """
        IEnumerable<float[]> Products()
        {
            var rng = new TorchRandom(1);
            foreach (var (m, n, k) in new[] { (1, 3, 4), (7, 33, 19), (64, 64, 64), (30, 100, 300), (100, 30, 17), (5, 8, 1) })
            {
                var (a, b) = (new Parameter(Tensor.Randn(rng, m, k)), new Parameter(Tensor.Randn(rng, k, n)));
                var product = a.MatMul(b);
                (product * product).Sum().Backward();
                yield return product.ToArray();
                yield return a.Grad.ToArray();
                yield return b.Grad.ToArray();
            }
        }

        Digest(Products())
        """;

    private const string Functions = """
        IEnumerable<float[]> Functions()
        {
            for (var length = 1; length < 70; length++)
            {
                var x = new Parameter(Tensor.Randn(new TorchRandom(length), 3, length) * 30);
                var y = x.Tanh() + x.Sigmoid() * x.Softmax(-1) + (x * 0.1f).Exp() / (x * x + 1).Log().Sqrt() - x.Relu();
                y.Sum().Backward();
                yield return [.. y.ToArray(), .. x.Grad.ToArray(), y.Sum().Item(), GradientClipping.Norm([x])];
            }
        }

        Digest(Functions())
        """;

    // Rows that share numbers, are summed, masked, cut out, turned and repeated: what is walked over row by row.
    private const string Rows = """
        IEnumerable<float[]> Rows()
        {
            for (var length = 1; length < 40; length++)
            {
                var rng = new TorchRandom(length);
                var (x, row) = (new Parameter(Tensor.Randn(rng, 2, 3, length)), new Parameter(Tensor.Randn(rng, length)));
                var (column, one) = (new Parameter(Tensor.Randn(rng, 3, 1)), new Parameter(Tensor.Randn(rng, 2, 1, 1)));
                var centered = (x - x.Mean(-1, keep: true)) / (x.Mean(1, keep: true) * one + 9) * row + column;
                var y = Tensor.Maximum(centered.MaskedFill(Tensor.FromArray([1f, 0, 0], 3, 1), -9).LogSoftmax(), -x).Abs();
                var z = y.Transpose(0, 1).Reshape(-1, length)[1..4].Transpose() + y[.., 1].Transpose()[.., ..1].Expand(length, 3) + y.Flip(2)[0, 0, ..1];
                (z * z).Sum().Backward();
                yield return [.. y.ToArray(), .. z.ToArray(), .. x.Grad.ToArray(), .. row.Grad.ToArray(), .. column.Grad.ToArray(), .. one.Grad.ToArray()];
            }
        }

        Digest(Rows())
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Products_functions_and_training_have_the_bits_of_the_machine_itself(bool fuses)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var native = new Session(new SessionOptions());
        var isOlder = false;
        await using var tab = await PageSession.StartAsync(chromium, site, prepare: fuses ? null : page => page.Context.RouteAsync("**/functions.js", async route =>
        {
            var script = await (await route.FetchAsync()).TextAsync();
            isOlder = script.Contains(AddsFunctions, StringComparison.Ordinal);
            await route.FulfillAsync(new() { ContentType = "text/javascript", Body = script.Replace(AddsFunctions, AddsFunctions + Refuses, StringComparison.Ordinal) });
        }));
        var network = await File.ReadAllTextAsync(Path.Combine(Site.Root, "tests", "SequenceModels.Tests", "Numerics", "TrainedNetwork.cs"), stop);
        var library = $"#r \"{Path.Combine(Site.Root, "lib", "Course", "bin", "Release", "net10.0", "SequenceModels.dll")}\"";

        foreach (var cell in new[] { library, network.Replace("internal sealed class", "public sealed class", StringComparison.Ordinal), Setup })
        {
            Assert.Equal("", await ShownAsync(native, cell));
            Assert.Equal("", await ShownAsync(tab, cell));
        }

        Assert.Equal(!fuses, isOlder);
        foreach (var cell in new[] { Products, Functions, Rows, "Digest([TrainedNetwork.Parameters(batch: 3, length: 5, width: 6, steps: 200)])" })
        {
            Assert.Equal(await ShownAsync(native, cell), await ShownAsync(tab, cell));
        }
    }

    private static async Task<string> ShownAsync(INotebookSession session, string code)
    {
        var shown = "";
        var result = await session.RunAsync(code, output => shown += output switch
        {
            CellOutput.Stream(_, var text) => text,
            CellOutput.ExecuteResult(var data, _) => $"{data["text/plain"]}",
            _ => "",
        });
        Assert.True(result is CellResult.Success, string.Join('\n', result.Failure?.Traceback ?? []));
        return shown;
    }
}
