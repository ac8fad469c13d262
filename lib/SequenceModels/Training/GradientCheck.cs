namespace SequenceModels.Training;

/// <summary>Compares the tape's gradients with finite differences: the test of any formula of one's own.</summary>
public static class GradientCheck
{
    /// <summary>The largest |tape − finite difference| / max(1, |finite difference|) over all numbers of the
    /// inputs.</summary>
    /// <remarks>
    /// Four points around each number, (8 (L₊ − L₋) − (L₊₊ − L₋₋)) / 12ε, whose own error is of order ε⁴. In float32
    /// expect
    /// about 1e-4 for a right gradient, and 0.1 or more for a wrong one.
    /// </remarks>
    /// <param name="loss">Computes a single number from the inputs, afresh at each call. Weight the outputs differently
    /// (multiply by random numbers, then sum): a plain sum hides mistakes.</param>
    /// <param name="inputs">What to vary: parameters, and inputs with RequireGrad(); their gradients are
    /// overwritten.</param>
    /// <param name="epsilon">The distance of the points.</param>
    public static float LargestError(Func<Tensor> loss, IEnumerable<Tensor> inputs, float epsilon = 1f / 32)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Expect.Positive(epsilon);
        Tensor[] varied = [.. inputs];
        foreach (var input in varied)
        {
            input.ZeroGrad();
        }

        loss().Backward();
        var largest = 0f;
        foreach (var input in varied)
        {
            for (var i = 0; i < input.Shape.Size; i++)
            {
                var (near, far) = (At(input, i, 1) - At(input, i, -1), At(input, i, 2) - At(input, i, -2));
                var numeric = (8 * near - far) / (12 * epsilon);
                largest = float.Max(largest, Math.Abs(input.Gradient[i] - numeric) / Math.Max(1, Math.Abs(numeric)));
            }
        }

        return largest;

        float At(Tensor input, int i, int steps)
        {
            var before = input.Values[i];
            input.Values[i] += steps * epsilon;
            using (Tensor.NoGrad())
            {
                var value = loss().Item();
                input.Values[i] = before;
                return value;
            }
        }
    }
}
