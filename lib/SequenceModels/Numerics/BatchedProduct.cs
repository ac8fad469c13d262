namespace SequenceModels.Numerics;

/// <summary>The products of two batches of matrices that lie one behind the other, C[i] = op(A[i]) op(B[i]) or
/// C[i] += …; each is <see cref="MatrixProduct"/>'s.</summary>
internal readonly unsafe struct BatchedProduct(int batch, int m, int n, int k)
{
    /// <summary>From so many multiplications on, the batch is shared between cores.</summary>
    private const long WorthSharing = 1 << 18;

    public void Multiply(
        bool transposeA, bool transposeB, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c,
        bool accumulate = false)
    {
        Bounds.Require(a.Length, batch * m * k);
        Bounds.Require(b.Length, batch * k * n);
        Bounds.Require(c.Length, batch * m * n);
        fixed (float* pa = a, pb = b, pc = c)
        {
            var work = new Products(m, n, k, transposeA, transposeB, pa, pb, pc, accumulate);
            if (batch > 1 && (long)batch * m * n * k >= WorthSharing)
            {
                Workers.Split(work, batch);
                return;
            }
            for (var i = 0; i < batch; i++)
            {
                work.Run(i);
            }
        }
    }

    private readonly struct Products(
        int m, int n, int k, bool transposeA, bool transposeB, float* a, float* b, float* c, bool accumulate) : IShared
    {
        public void Run(int unit) => MatrixProduct.Multiply(
            transposeA, transposeB, m, n, k,
            new(a + unit * m * k, m * k), transposeA ? m : k, new(b + unit * k * n, k * n), transposeB ? k : n,
            new(c + unit * m * n, m * n), n, accumulate);
    }
}
