using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

/// <summary>A matrix product with its operands, and two slow ways to compute it.</summary>
internal sealed record ProductCase(
    int M, int N, int K, bool TransposeA, bool TransposeB, bool Accumulate, int Padding, uint Seed)
{
    private int Lda => (TransposeA ? M : K) + Padding;
    private int Ldb => (TransposeB ? K : N) + Padding;
    private int Ldc => N + Padding;

    public float[] A => Values.Spread(Lda * (TransposeA ? K : M), Seed);
    public float[] B => Values.Spread(Ldb * (TransposeB ? N : K), Seed + 1);
    public float[] Target => Values.Spread(Ldc * M, Seed + 2);

    public float[] Multiply()
    {
        var c = Target;
        MatrixProduct.Multiply(TransposeA, TransposeB, M, N, K, A, Lda, B, Ldb, c, Ldc, Accumulate);
        return c;
    }

    public float[] TripleLoop()
    {
        var (a, b, c) = (A, B, Target);
        for (var i = 0; i < M; i++)
        {
            for (var j = 0; j < N; j++)
            {
                var sum = Accumulate ? c[i * Ldc + j] : 0;
                for (var p = 0; p < K; p++)
                {
                    sum = MathF.FusedMultiplyAdd(a[IndexA(i, p)], b[IndexB(p, j)], sum);
                }
                c[i * Ldc + j] = sum;
            }
        }
        return c;
    }

    /// <summary>In units of 2⁻²⁴ times the sum of the terms' sizes, which is what rounding can spoil.</summary>
    public double LargestErrorInUnits()
    {
        var (a, b, c, product) = (A, B, Target, Multiply());
        var largest = 0.0;
        for (var i = 0; i < M; i++)
        {
            for (var j = 0; j < N; j++)
            {
                double sum = Accumulate ? c[i * Ldc + j] : 0, size = Math.Abs(sum);
                for (var p = 0; p < K; p++)
                {
                    var term = (double)a[IndexA(i, p)] * b[IndexB(p, j)];
                    sum += term;
                    size += Math.Abs(term);
                }
                var error = Math.Abs(product[i * Ldc + j] - sum);
                largest = Math.Max(largest, error == 0 ? 0 : error / (size * Math.ScaleB(1, -24)));
            }
        }
        return largest;
    }

    private int IndexA(int i, int p) => TransposeA ? p * Lda + i : i * Lda + p;
    private int IndexB(int p, int j) => TransposeB ? j * Ldb + p : p * Ldb + j;
}
