using BenchmarkDotNet.Attributes;
using SequenceModels.Numerics;

namespace Benchmarks;

/// <summary>The functions of the gates, beside the platform's own.</summary>
public class ElementwiseBenchmarks
{
    private float[] _x = [], _y = [];

    [Params(3, 64, 4096)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _x = Numbers.Spread(Length);
        _y = new float[Length];
    }

    [Benchmark(Baseline = true)]
    public void PlatformsTanh()
    {
        for (var i = 0; i < _x.Length; i++)
        {
            _y[i] = MathF.Tanh(_x[i]);
        }
    }

    [Benchmark]
    public void Tanh() => Elementwise.Tanh(_x, _y);

    [Benchmark]
    public void Sigmoid() => Elementwise.Sigmoid(_x, _y);

    [Benchmark]
    public void Exp() => Elementwise.Exp(_x, _y);

    [Benchmark]
    public void Log() => Elementwise.Log(_x, _y);

    [Benchmark]
    public void SoftmaxOfOneRow() => Softmax.Rows(_x, _y, Length);
}
