using BenchmarkDotNet.Attributes;
using SequenceModels.Numerics;

namespace Benchmarks;

/// <summary>One step of a recurrent network: the states of a batch times the gates' weights, gates × hidden as stored.</summary>
public class SmallProductBenchmarks
{
    private float[] _h = [], _w = [], _gates = [];

    [Params(1, 16, 32)]
    public int Batch { get; set; }

    [Params(3, 32, 64)]
    public int Hidden { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _h = Numbers.Spread(Batch * Hidden);
        _w = Numbers.Spread(4 * Hidden * Hidden);
        _gates = new float[Batch * 4 * Hidden];
    }

    [Benchmark]
    public void WeightsAsStored() => MatrixProduct.Multiply(
        false, true, Batch, 4 * Hidden, Hidden, _h, Hidden, _w, Hidden, _gates, 4 * Hidden);

    [Benchmark]
    public void WeightsTransposedBefore() => MatrixProduct.Multiply(
        false, false, Batch, 4 * Hidden, Hidden, _h, Hidden, _w, 4 * Hidden, _gates, 4 * Hidden);
}
