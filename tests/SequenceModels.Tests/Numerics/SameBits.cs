using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

public sealed class SameBits
{
    private const string ExpectedLanes = "EXPECTED_LANES";

    /// <summary>Of all results below. It changes with the formulas, never with the machine.</summary>
    private const string Digest = "F088A517045CC565";

    [Fact]
    public void Every_result_has_the_bits_recorded_here()
    {
        if (Environment.GetEnvironmentVariable(ExpectedLanes) is { } lanes)
        {
            var widest = new Width();
            WidestLanes.Run(widest);
            Assert.Equal(int.Parse(lanes, CultureInfo.InvariantCulture), widest.Lanes);
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var result in Results())
        {
            hash.AppendData(MemoryMarshal.AsBytes(result.AsSpan()));
        }
        Assert.Equal(Digest, Convert.ToHexString(hash.GetCurrentHash())[..16]);
    }

    /// <summary>The runtime's switches take away what the processor has; the process is the same test, once more.</summary>
    [Theory]
    [InlineData(8, "DOTNET_EnableAVX512=0")]
    [InlineData(8, "DOTNET_PreferredVectorBitWidth=256")]
    [InlineData(4, "DOTNET_PreferredVectorBitWidth=128")]
    [InlineData(4, "DOTNET_EnableAVX2=0")]
    [InlineData(1, "DOTNET_EnableHWIntrinsic=0")]
    public async Task Narrower_registers_give_the_same_bits(int lanes, string runtimeSwitch)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The switches are those of x64.");
        var (name, value) = runtimeSwitch.Split('=') is [var key, var setting] ? (key, setting) : default;
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(SameBits).Assembly.Location);
        }
        start.ArgumentList.Add("--filter-method");
        start.ArgumentList.Add($"{typeof(SameBits).FullName}.{nameof(Every_result_has_the_bits_recorded_here)}");
        start.Environment[name] = value;
        start.Environment[ExpectedLanes] = lanes.ToString(CultureInfo.InvariantCulture);

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
    }

    [Fact]
    public void Training_on_two_cores_gives_the_same_bits_as_on_one()
    {
        var limit = Workers.Limit;
        try
        {
            Workers.Limit = 1;
            var alone = TrainedNetwork.Parameters(batch: 13, length: 8, width: 40, steps: 200);
            Workers.Limit = 2;
            Assert.Equal(alone, TrainedNetwork.Parameters(batch: 13, length: 8, width: 40, steps: 200));
        }
        finally
        {
            Workers.Limit = limit;
        }
    }

    private static IEnumerable<float[]> Results()
    {
        foreach (var (m, n, k) in new[] { (1, 3, 4), (7, 33, 19), (64, 64, 64), (30, 100, 300), (100, 30, 17) })
        {
            foreach (var (a, b) in new[] { (false, false), (false, true), (true, false), (true, true) })
            {
                yield return new ProductCase(m, n, k, a, b, true, 1, 5).Multiply();
            }
        }
        var x = Values.Spread(2003, 3, 100);
        foreach (var function in new ElementwiseFunctions.Function[]
            { Map.Apply<Exponential>, Map.Apply<HyperbolicTangent>, Map.Apply<LogisticSigmoid>, (a, y) => Softmax.Forward(a[..2000], y[..2000], 50) })
        {
            var y = new float[x.Length];
            function(x, y);
            yield return y;
        }
        var size = x.Select(Math.Abs).ToArray();
        Map.Apply<Logarithm>(size, size);
        yield return size;
        for (var length = 0; length < 40; length++)
        {
            var part = x.AsSpan(0, length);
            yield return [Reductions.Sum(part), Reductions.Dot(part, part), Reductions.Largest(part)];
        }
        yield return TrainedNetwork.Parameters(batch: 3, length: 5, width: 6, steps: 200);
        yield return [.. x.Select(u => (float)PortableMath.Log(Math.Abs(u))), .. x.Select(u => (float)PortableMath.Turn(u / 100).Sin)];
    }

    private sealed class Width : IWidthless
    {
        public int Lanes { get; private set; }

        public void Run<T>() where T : unmanaged, ILanes<T> => Lanes = T.Count;
    }
}
