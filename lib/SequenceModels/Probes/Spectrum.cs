using MathNet.Numerics.LinearAlgebra;

namespace SequenceModels.Probes;

/// <summary>What a recurrent matrix does to a state, and to a gradient, that it meets again and again: Wⁿ h shrinks when
/// the spectral radius is below 1, and may explode when it is above (Pascanu et al. 2013, arXiv:1211.5063).</summary>
/// <remarks>Computed in double precision by MathNet's managed code, whose bits depend neither on the machine nor on the
/// number of threads.</remarks>
public static class Spectrum
{
    /// <summary>The spectral radius of a square matrix: max |λ| over its eigenvalues.</summary>
    /// <exception cref="ArgumentException">w is not square, or holds a number that is not finite.</exception>
    public static float Radius(Tensor w) => (float)Radius(Square(w));

    /// <summary>The singular values of a matrix, (min(rows, columns)), largest first: the first is the most that W
    /// lengthens any vector.</summary>
    /// <exception cref="ArgumentException">w is no matrix, or holds a number that is not finite.</exception>
    public static Tensor SingularValues(Tensor w)
    {
        Expect.Shape(w, ["rows", "columns"]);
        Expect.Finite(w);
        return Tensor.FromVector(w.ToMatrix().Svd(computeVectors: false).S);
    }

    /// <summary>The matrix times the factor that gives it another spectral radius: <c>cell.WeightHh.CopyFrom(
    /// Spectrum.Rescale(cell.WeightHh, 0.9f))</c>.</summary>
    /// <exception cref="ArgumentException">w is not square, holds a number that is not finite, or has only the
    /// eigenvalue 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not above 0.</exception>
    public static Tensor Rescale(Tensor w, float radius)
    {
        Expect.Positive(radius);
        var matrix = Square(w);
        var own = Radius(matrix);
        return own > 0
            ? Tensor.FromMatrix(matrix * (radius / own))
            : throw new ArgumentException(
                FormattableString.Invariant($"w has only the eigenvalue 0, and no factor gives it the radius {radius}."),
                nameof(w));
    }

    private static double Radius(Matrix<double> w) => w.Evd().EigenValues.Max(value => value.Magnitude);

    private static Matrix<double> Square(Tensor w)
    {
        ArgumentNullException.ThrowIfNull(w);
        if (w.Shape.Rank != 2 || w.Shape[0] != w.Shape[1])
        {
            throw new ArgumentException(
                $"w is {w.Shape}, expected a square matrix, such as an RnnCell's WeightHh.", nameof(w));
        }

        Expect.Finite(w);
        return w.ToMatrix();
    }
}
