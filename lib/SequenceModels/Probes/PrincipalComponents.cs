using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace SequenceModels.Probes;

/// <summary>The directions in which hidden states differ most, so that many dimensions fit a flat picture.
/// <code>
///   X − mean = U S Vᵀ          directions: rows of Vᵀ          shares: S² / Σ S²
/// </code>
/// Each direction's largest number is positive, which fixes its sign.
/// </summary>
/// <remarks>Computed in double precision by MathNet's managed code, whose bits depend neither on the machine nor on the
/// number of threads.</remarks>
public sealed class PrincipalComponents
{
    private PrincipalComponents(Tensor mean, Tensor directions, Tensor shares) =>
        (Mean, Directions, Shares) = (mean, directions, shares);

    /// <summary>The mean state, (hidden).</summary>
    public Tensor Mean { get; }

    /// <summary>The directions as orthonormal rows, (components, hidden), the one with most variance first.</summary>
    public Tensor Directions { get; }

    /// <summary>The share of the variance along each direction, (components); together 1.</summary>
    public Tensor Shares { get; }

    /// <summary>The components of states (…, hidden): as many as there are states or hidden units, whichever are
    /// fewer.</summary>
    /// <exception cref="ArgumentException">There are fewer than two states, all are the same, or one is not
    /// finite.</exception>
    public static PrincipalComponents Of(Tensor states)
    {
        ArgumentNullException.ThrowIfNull(states);
        Expect.Finite(states);
        var hidden = states.Shape.Rank == 0 ? 1 : states.Shape[^1];
        var count = states.Shape.Size / hidden;
        if (states.Shape.Rank < 2 || count < 2)
        {
            throw new ArgumentException(
                $"states is {states.Shape}, expected (…, hidden) with two states or more.", nameof(states));
        }

        var x = states.Reshape(count, hidden).ToMatrix();
        var mean = x.ColumnSums() / count;
        x = Matrix<double>.Build.Dense(count, hidden, (i, j) => x[i, j] - mean[j]);
        // X = Q R, and R has the same S and V: U, which is as long as there are states, is never made.
        var svd = (count > hidden ? x.QR(QRMethod.Thin).R : x).Svd();
        var variances = svd.S.PointwiseMultiply(svd.S);
        if (variances.Sum() == 0)
        {
            throw new ArgumentException("All states are the same: there is no direction in which they differ.", nameof(states));
        }

        return new PrincipalComponents(
            Tensor.FromVector(mean),
            Tensor.FromMatrix(WithSigns(svd.VT.SubMatrix(0, svd.S.Count, 0, hidden))),
            Tensor.FromVector(variances / variances.Sum()));
    }

    /// <summary>Where states lie along the first directions: (…, hidden) gives (…, dimensions).</summary>
    /// <exception cref="ArgumentException">The last axis has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many components.</exception>
    public Tensor Project(Tensor states, int dimensions = 2)
    {
        ArgumentNullException.ThrowIfNull(states);
        var (components, hidden) = Directions.Shape;
        if (states.Shape.Rank == 0 || states.Shape[^1] != hidden)
        {
            throw new ArgumentException($"states is {states.Shape}, expected (…, {hidden}).", nameof(states));
        }

        return dimensions >= 1 && dimensions <= components
            ? (states - Mean).Linear(Directions[..dimensions])
            : throw new ArgumentOutOfRangeException(
                nameof(dimensions), $"dimensions is {dimensions}, expected 1 to {components}.");
    }

    private static Matrix<double> WithSigns(Matrix<double> directions) =>
        Matrix<double>.Build.DenseOfRowVectors(directions.EnumerateRows().Select(
            direction => direction[direction.AbsoluteMaximumIndex()] < 0 ? -direction : direction));
}
