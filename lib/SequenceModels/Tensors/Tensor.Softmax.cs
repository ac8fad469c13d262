namespace SequenceModels;

/// <summary>Scores made probabilities.</summary>
public partial class Tensor
{
    /// <summary>pᵢ = exp(xᵢ) / Σⱼ exp(xⱼ) along an axis: positive, adding up to 1; a score of −∞ gives exactly
    /// 0.</summary>
    public Tensor Softmax(int axis = -1) => AlongLast(axis, static x => x.SoftmaxRows());

    /// <summary>ln softmax(x) along an axis, without leaving the range of float32.</summary>
    public Tensor LogSoftmax(int axis = -1) => AlongLast(axis, static x => x.LogSoftmaxRows());

    private Tensor AlongLast(int axis, Func<Tensor, Tensor> rows) =>
        Shape.Axis(axis) == Shape.Rank - 1 ? rows(this) : rows(Transpose(axis, -1)).Transpose(axis, -1);

    private Tensor SoftmaxRows()
    {
        var (x, y, n) = (this, new Tensor(Shape), Shape[^1]);
        Numerics.Softmax.Forward(x.Values, y.Values, n);
        return y.Recorded([x], () => Numerics.Softmax.Backward(y.Values, y.Gradient, x.Gradient, n));
    }

    private Tensor LogSoftmaxRows()
    {
        var (x, y, n) = (this, new Tensor(Shape), Shape[^1]);
        Numerics.LogSoftmax.Forward(x.Values, y.Values, n);
        return y.Recorded([x], () => Numerics.LogSoftmax.Backward(y.Values, y.Gradient, x.Gradient, n));
    }
}
