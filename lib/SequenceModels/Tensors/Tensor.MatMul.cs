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

    /// <summary>A·Bᵀ for each matrix of a batch: (…, m, k) by (…, n, k) gives (…, m, n).</summary>
    internal Tensor MatMulTransposed(Tensor other) => Multiply(
        this, other, transposeB: true, Shape.Replace(Shape.Rank - 1, other.Shape[^2]),
        Shape[^2], other.Shape[^2], Shape[^1]);

    /// <summary>Y = A·B or A·Bᵀ for each matrix of a batch, + b for each row.</summary>
    private static Tensor Multiply(
        Tensor a, Tensor b, bool transposeB, Shape shape, int m, int n, int k, Tensor? bias = null)
    {
        var (y, batch) = (new Tensor(shape), shape.Size / (m * n));
        new BatchedProduct(batch, m, n, k).Multiply(false, transposeB, a.Values, b.Values, y.Values);
        if (bias is not null)
        {
            var over = new TensorIterator(View.Whole(shape), View.Broadcast(bias.Shape, shape), View.Whole(shape));
            Pairwise.Apply(default(Sum), over, y.Values, bias.Values, y.Values);
        }

        return y.Recorded(bias is null ? [a, b] : [a, b, bias], () =>
        {
            if (bias is { RequiresGrad: true })
            {
                // db += Σ dy over the rows
                InOrder.AddRows(y.Gradient, bias.Gradient);
            }

            if (a.RequiresGrad)
            {
                // dA += dY·Bᵀ, or dY·B
                new BatchedProduct(batch, m, k, n)
                    .Multiply(false, !transposeB, y.Gradient, b.Values, a.Gradient, accumulate: true);
            }

            if (b.RequiresGrad && transposeB)
            {
                // dB += dYᵀ·A
                new BatchedProduct(batch, n, k, m)
                    .Multiply(true, false, y.Gradient, a.Values, b.Gradient, accumulate: true);
            }
            else if (b.RequiresGrad)
            {
                // dB += Aᵀ·dY
                new BatchedProduct(batch, k, n, m)
                    .Multiply(true, false, a.Values, y.Gradient, b.Gradient, accumulate: true);
            }
        });
    }
}
