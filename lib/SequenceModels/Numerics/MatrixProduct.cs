namespace SequenceModels.Numerics;

internal static class MatrixProduct
{
    public static void Multiply(bool transposeA, bool transposeB, int m, int n, int k,
        ReadOnlySpan<float> a, int lda, ReadOnlySpan<float> b, int ldb, Span<float> c, int ldc, bool accumulate)
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? c[i * ldc + j] : 0;
                for (var l = 0; l < k; l++)
                {
                    sum = MathF.FusedMultiplyAdd(a[transposeA ? l * lda + i : i * lda + l], b[transposeB ? j * ldb + l : l * ldb + j], sum);
                }

                c[i * ldc + j] = sum;
            }
        }
    }
}
