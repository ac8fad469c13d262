using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels.Numerics;

namespace Benchmarks;

/// <summary>Square products beside MathNet's managed one, which uses all cores, in single precision.</summary>
public class MatrixProductBenchmarks
{
    private float[] _a = [], _b = [], _c = [];
    private Matrix<float> _left = null!, _right = null!, _product = null!;

    [Params(64, 128, 256, 512)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _a = Numbers.Spread(Size * Size);
        _b = Numbers.Spread(Size * Size);
        _c = new float[Size * Size];
        _left = Matrix<float>.Build.Dense(Size, Size, _a);
        _right = Matrix<float>.Build.Dense(Size, Size, _b);
        _product = Matrix<float>.Build.Dense(Size, Size);
    }

    [Benchmark(Baseline = true)]
    public void MathNet() => _left.Multiply(_right, _product);

    [Benchmark]
    public void TwoCores() => Multiply(threads: int.MaxValue);

    [Benchmark]
    public void OneCore() => Multiply(threads: 1);

    private void Multiply(int threads)
    {
        Workers.Limit = threads;
        MatrixProduct.Multiply(false, false, Size, Size, Size, _a, Size, _b, Size, _c, Size);
    }
}
