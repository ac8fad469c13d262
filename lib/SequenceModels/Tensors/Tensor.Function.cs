namespace SequenceModels;

/// <summary>Operations that this library does not have.</summary>
public partial class Tensor
{
    /// <summary>An operation of one's own, recorded for <see cref="Backward"/> (torch.autograd.Function).</summary>
    /// <remarks>
    /// y = x², for instance: <c>Tensor.Function([x], () =&gt; x * x, dy =&gt; [2 * x * dy])</c>. Neither function is recorded
    /// itself. Compare it with finite differences: <see cref="Training.GradientCheck"/>.
    /// </remarks>
    /// <param name="inputs">The tensors that it depends on.</param>
    /// <param name="forward">Computes its value from them.</param>
    /// <param name="backward">∂loss/∂value → ∂loss/∂input for each input, in its shape; null where there is none.</param>
    /// <exception cref="InvalidOperationException">In <see cref="Backward"/>: not as many gradients as inputs, or one in another
    /// shape than its input.</exception>
    public static Tensor Function(
        IReadOnlyList<Tensor> inputs, Func<Tensor> forward, Func<Tensor, IReadOnlyList<Tensor?>> backward)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        Tensor[] parents = [.. inputs];
        var value = Unrecorded(forward);
        var y = new Tensor(value.Shape);
        value.Values.CopyTo(y.Values);
        return y.Recorded(parents, () =>
        {
            var gradients = Unrecorded(() => backward(y.Grad!));
            if (gradients.Count != parents.Length)
            {
                throw new InvalidOperationException($"backward gave {gradients.Count} gradients, and the function has "
                    + $"{parents.Length} inputs: give one for each, in their order (null where there is none).");
            }

            for (var i = 0; i < parents.Length; i++)
            {
                if (gradients[i] is { } gradient && parents[i].RequiresGrad)
                {
                    Accumulate(InShape(gradient, parents[i].Shape, i).Values, parents[i].Gradient);
                }
            }
        });
    }

    private static T Unrecorded<T>(Func<T> function)
    {
        using (NoGrad())
        {
            return function();
        }
    }

    private static Tensor InShape(Tensor gradient, Shape shape, int i) => gradient.Shape == shape ? gradient
        : throw new InvalidOperationException($"backward's gradient {i} is {gradient.Shape}, and input {i} is {shape}: a gradient "
            + "has its input's shape. Was the input stretched? Then sum over the axes that it was stretched along.");
}
