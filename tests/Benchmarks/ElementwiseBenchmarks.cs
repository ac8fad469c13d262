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
    public void Tanh() => Map.Apply<HyperbolicTangent>(_x, _y);

    [Benchmark]
    public void Sigmoid() => Map.Apply<LogisticSigmoid>(_x, _y);

    [Benchmark]
    public void Exp() => Map.Apply<Exponential>(_x, _y);

    [Benchmark]
    public void Log() => Map.Apply<Logarithm>(_x, _y);

    [Benchmark]
    public void SoftmaxOfOneRow() => Softmax.Forward(_x, _y, Length);
}
