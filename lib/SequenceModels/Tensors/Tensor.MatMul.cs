using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Matrix products.</summary>
public partial class Tensor
{
    /// <summary>The matrix product (torch.matmul): (m, k) by (k, n), or a batch of them, (…, m, k) by (…, k,
    /// n).</summary>
    /// <remarks>The leading axes must be equal, or missing on the right. A vector counts as one row on the left, one
    /// column on the right.</remarks>
    /// <exception cref="ArgumentException">The inner lengths or the batches differ.</exception>
    public Tensor MatMul(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Shape.Rank == 1)
        {
            return Unsqueeze(0).MatMul(other).Squeeze(other.Shape.Rank > 1 ? -2 : 0);
        }

        if (other.Shape.Rank == 1)
        {
            return MatMul(other.Unsqueeze(1)).Squeeze(-1);
        }

        var shared = other.Shape.Rank == 2;
        if (Shape.Rank < 2 || other.Shape.Rank < 2 || Shape[^1] != other.Shape[^2]
            || !(shared || Shape.Lengths[..^2].SequenceEqual(other.Shape.Lengths[..^2])))
        {
            throw new ArgumentException(
                $"{Shape} by {other.Shape} is no matrix product: expected (…, m, k) by (…, k, n); the k must agree.",
                nameof(other));
        }

        // With one right-hand matrix for all, the batch is just more rows.
        var (m, k, n) = (shared ? Shape.Size / Shape[^1] : Shape[^2], Shape[^1], other.Shape[^1]);
        return Multiply(this, other, transposeB: false, Shape.Replace(Shape.Rank - 1, n), m, n, k);
    }

    /// <summary>x Wᵀ + b, PyTorch's linear map: x is (…, inputs), the weight (outputs, inputs), the bias
    /// (outputs).</summary>
    /// <exception cref="ArgumentException">The widths differ.</exception>
    public Tensor Linear(Tensor weight, Tensor? bias = null)
    {
        ArgumentNullException.ThrowIfNull(weight);
        Expect.Shape(weight, ["outputs", Shape.Rank == 0 ? "inputs" : Shape[^1]]);
        var (outputs, inputs) = weight.Shape;
        if (bias is not null)
        {
            Expect.Shape(bias, [outputs]);
        }

        return Multiply(this, weight, transposeB: true, Shape.Replace(Shape.Rank - 1, outputs),
            Shape.Size / inputs, outputs, inputs, bias);
    }

    /// <summary>Y = A·B or A·Bᵀ for each matrix of a batch, + b for each row.</summary>
    private static Tensor Multiply(
        Tensor a, Tensor b, bool transposeB, Shape shape, int m, int n, int k, Tensor? bias = null)
    {
        var y = new Tensor(shape);
        var (batches, ldb) = (shape.Size / (m * n), transposeB ? k : n);
        for (var i = 0; i < batches; i++)
        {
            Span<float> valuesA = a.Values.Slice(i * m * k, m * k), valuesB = b.Values.Slice(i * k * n, k * n);
            var product = y.Values.Slice(i * m * n, m * n);
            MatrixProduct.Multiply(false, transposeB, m, n, k, valuesA, k, valuesB, ldb, product, n);
        }

        for (var row = 0; bias is not null && row < shape.Size; row += n)
        {
            Accumulate(bias.Values, y.Values.Slice(row, n));
        }

        return y.Recorded(bias is null ? [a, b] : [a, b, bias], () =>
        {
            if (bias is { RequiresGrad: true })
            {
                // db += Σ dy over the rows
                Reduction.AddRows(y.Gradient, bias.Gradient);
            }

            for (var i = 0; i < batches; i++)
            {
                Span<float> valuesA = a.Values.Slice(i * m * k, m * k), valuesB = b.Values.Slice(i * k * n, k * n);
                var dy = y.Gradient.Slice(i * m * n, m * n);
                if (a.RequiresGrad)
                {
                    // dA += dY·Bᵀ, or dY·B
                    var da = a.Gradient.Slice(i * m * k, m * k);
                    MatrixProduct.Multiply(false, !transposeB, m, k, n, dy, n, valuesB, ldb, da, k, accumulate: true);
                }

                if (b.RequiresGrad && transposeB)
                {
                    // dB += dYᵀ·A
                    var db = b.Gradient.Slice(i * k * n, k * n);
                    MatrixProduct.Multiply(true, false, n, k, m, dy, n, valuesA, k, db, k, accumulate: true);
                }
                else if (b.RequiresGrad)
                {
                    // dB += Aᵀ·dY
                    var db = b.Gradient.Slice(i * k * n, k * n);
                    MatrixProduct.Multiply(true, false, k, n, m, valuesA, k, dy, n, db, n, accumulate: true);
                }
            }
        });
    }
}
