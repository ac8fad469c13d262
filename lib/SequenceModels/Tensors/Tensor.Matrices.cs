using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace SequenceModels;

/// <summary>To MathNet, for what it does best (singular values, eigenvalues, formulas by hand), and back.</summary>
public partial class Tensor
{
    /// <summary>A MathNet matrix of the same numbers.</summary>
    /// <exception cref="InvalidOperationException">This has not two axes.</exception>
    public Matrix<double> ToMatrix()
    {
        var (rows, columns) = Shape;
        var values = ToArray();
        return Matrix<double>.Build.Dense(rows, columns, (i, j) => values[i * columns + j]);
    }

    /// <summary>A MathNet vector of the same numbers, row by row.</summary>
    public Vector<double> ToVector() => Vector<double>.Build.Dense(Array.ConvertAll(ToArray(), value => (double)value));

    /// <summary>The matrix's numbers as float32, rows × columns.</summary>
    public static Tensor FromMatrix(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return FromArray(
            Array.ConvertAll(matrix.ToRowMajorArray(), value => (float)value), matrix.RowCount, matrix.ColumnCount);
    }

    /// <summary>The vector's numbers as float32.</summary>
    public static Tensor FromVector(Vector<double> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return FromArray(Array.ConvertAll(vector.ToArray(), value => (float)value));
    }

    /// <summary>A random matrix with orthonormal columns, or rows where those are fewer, times a gain
    /// (torch.nn.init.orthogonal_): a recurrent matrix that at first neither shrinks nor explodes a state.</summary>
    /// <remarks>Saxe et al. 2013, arXiv:1312.6120. The Q of a normal matrix's QR, by MathNet's managed code in double
    /// precision.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A length or the gain is not above 0.</exception>
    public static Tensor Orthogonal(TorchRandom rng, int rows, int columns, float gain = 1)
    {
        Expect.Positive(rows);
        Expect.Positive(columns);
        Expect.Positive(gain);
        var normal = Randn(rng, rows, columns).ToMatrix();
        var qr = (rows < columns ? normal.Transpose() : normal).QR(QRMethod.Thin);
        // Signs as if R's diagonal were positive make all orthogonal matrices equally likely.
        var q = qr.Q.MapIndexed((_, column, value) => qr.R[column, column] < 0 ? -gain * value : gain * value);
        return FromMatrix(rows < columns ? q.Transpose() : q);
    }
}
