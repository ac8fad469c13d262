using MathNet.Numerics.LinearAlgebra;

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
}
