using SequenceModels.Training;

namespace SequenceModels.Tests;

/// <summary>Each operation's derivative against finite differences, with a weighted sum of its outputs as the
/// loss.</summary>
public class TapeGradients
{
    private const float Tolerance = 1e-3f;

    /// <summary>Keeps numbers from meeting, where a derivative jumps.</summary>
    private static Tensor Apart => Tensor.FromArray([0f, 18, -18]);

    public static TheoryData<string, int[][], Func<Tensor[], Tensor>> Operations() => new()
    {
        { "a + b", [[2, 3], [2, 3]], x => x[0] + x[1] },
        { "a + row", [[4, 3], [3]], x => x[0] + x[1] },
        { "row + a", [[3], [2, 4, 3]], x => x[0] + x[1] },
        { "a - column", [[4, 3], [4, 1]], x => x[0] - x[1] },
        { "column - row", [[4, 1], [1, 3]], x => x[0] - x[1] },
        { "a * b", [[2, 3, 2], [2, 3, 2]], x => x[0] * x[1] },
        { "a * middle", [[2, 3, 2], [1, 3, 1]], x => x[0] * x[1] },
        { "a * a", [[5]], x => x[0] * x[0] },
        { "a / b", [[2, 3], [2, 3]], x => x[0] / (x[1] * x[1] + 1) },
        { "a / scalar", [[2, 3], []], x => x[0] / (x[1] * x[1] + 1) },
        { "1 - a", [[2, 3]], x => 1 - x[0] },
        { "-a", [[3]], x => -x[0] },
        { "MatMul", [[3, 4], [4, 2]], x => x[0].MatMul(x[1]) },
        { "MatMul, batch by matrix", [[2, 3, 4], [4, 2]], x => x[0].MatMul(x[1]) },
        { "MatMul, batch by batch", [[2, 3, 4], [2, 4, 2]], x => x[0].MatMul(x[1]) },
        { "MatMul, matrix by vector", [[3, 4], [4]], x => x[0].MatMul(x[1]) },
        { "MatMul, vector by matrix", [[3], [3, 4]], x => x[0].MatMul(x[1]) },
        { "MatMul, vectors", [[4], [4]], x => x[0].MatMul(x[1]) },
        { "Linear", [[2, 3, 4], [5, 4], [5]], x => x[0].Linear(x[1], x[2]) },
        { "Linear without bias", [[3, 4], [2, 4]], x => x[0].Linear(x[1]) },
        { "Transpose", [[2, 3]], x => x[0].Transpose() },
        { "Transpose of outer axes", [[2, 3, 4]], x => x[0].Transpose(0, 2) },
        { "Flip of an outer and of the last axis", [[2, 3, 4]], x => x[0].Flip(1).Flip(-1) },
        { "Reshape", [[2, 6]], x => x[0].Reshape(3, -1) },
        { "Unsqueeze and Squeeze", [[2, 1, 3]], x => x[0].Unsqueeze(0).Squeeze(2) },
        { "Expand", [[3, 1]], x => x[0].Expand(2, 3, 4) },
        { "x[.., 1]", [[2, 3, 4]], x => x[0][.., 1] },
        { "x[0, ^1]", [[2, 3, 4]], x => x[0][0, ^1] },
        { "x[1.., ..2]", [[3, 4]], x => x[0][1.., ..2] },
        { "overlapping slices", [[5]], x => x[0][..3] * x[0][2..] },
        { "Concat", [[2, 3], [2, 1]], x => Tensor.Concat([x[0], x[1], x[0]], axis: 1) },
        { "Stack", [[2, 3], [2, 3]], x => Tensor.Stack([x[0], x[1]], axis: 1) },
        { "Sum", [[2, 3]], x => x[0].Sum() },
        { "Sum over an axis", [[2, 3, 4]], x => x[0].Sum(axis: 1) },
        { "Mean over the last axis, kept", [[2, 3, 4]], x => x[0].Mean(axis: -1, keep: true) },
        { "Mean", [[2, 3]], x => x[0].Mean() },
        { "Tanh", [[3, 4]], x => x[0].Tanh() },
        { "Sigmoid", [[3, 4]], x => x[0].Sigmoid() },
        { "Relu", [[3, 4]], x => (x[0] * x[0] + 0.3f).Relu() + (x[0] * x[0] * -1 - 0.3f).Relu() },
        { "Exp", [[3, 4]], x => x[0].Exp() },
        { "Log", [[3, 4]], x => (x[0] * x[0] + 1).Log() },
        { "Sqrt", [[3, 4]], x => (x[0] * x[0] + 1).Sqrt() },
        { "Abs", [[3, 4]], x => (x[0] * x[0] + 0.3f).Abs() + (x[0] * x[0] * -1 - 0.3f).Abs() },
        { "Pow, whole", [[3, 4]], x => x[0].Pow(3) },
        { "Pow, negative", [[3, 4]], x => (x[0] * x[0] + 1).Pow(-1.5f) },
        { "Max", [[3]], x => (x[0] + Apart).Max() },
        { "Max over a middle axis", [[2, 3, 4]], x => (x[0] + Apart.Unsqueeze(1)).Max(axis: 1) },
        { "Max over the last axis, kept", [[2, 3]], x => (x[0] + Apart).Max(axis: -1, keep: true) },
        { "Maximum", [[2, 3], [3]], x => Tensor.Maximum(x[0] + Apart, x[1] + 9) },
        { "Function", [[2, 3], [2, 3]], x => Tensor.Function(
            x, () => x[0] * x[0] * x[1], dy => [2 * x[0] * x[1] * dy, x[0] * x[0] * dy]) },
        { "Softmax", [[3, 4]], x => x[0].Softmax() },
        { "Softmax over a middle axis", [[2, 3, 4]], x => x[0].Softmax(axis: 1) },
        { "LogSoftmax", [[3, 4]], x => x[0].LogSoftmax() },
        { "Rows", [[4, 3]], x => x[0].Rows(Tensor.FromArray(new[,] { { 1, 3, 1 }, { 0, 1, 1 } })) },
        { "MaskedFill", [[2, 3]], x => x[0].MaskedFill(Tensor.FromArray([0f, 1, 0]), 7) },
        { "Where", [[2, 3], [2, 3]], x => x[0].Where(Tensor.FromArray([0f, 1, 0]), x[1]) },
        { "masked softmax", [[2, 3]],
            x => x[0].MaskedFill(Tensor.FromArray([0f, 1, 0]), float.NegativeInfinity).Softmax() },
        { "CrossEntropy", [[3, 4]], x => Loss.CrossEntropy(x[0], Tensor.FromArray([2, 0, 3])) },
        { "CrossEntropy over steps, some ignored", [[2, 2, 4]],
            x => Loss.CrossEntropy(x[0], Tensor.FromArray(new[,] { { 2, 0 }, { 3, 0 } }), ignore: 0) },
        { "MeanSquaredError", [[3, 2], [3, 2]], x => Loss.MeanSquaredError(x[0], x[1]) },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Agree_with_finite_differences(string operation, int[][] shapes, Func<Tensor[], Tensor> apply)
    {
        var rng = new TorchRandom(operation.Length);
        Tensor[] inputs = [.. shapes.Select(shape => Tensor.Randn(rng, shape).RequireGrad())];
        var weights = Tensor.Randn(rng, apply(inputs).Shape);

        var error = GradientCheck.LargestError(() => (apply(inputs) * weights).Sum(), inputs);

        Assert.InRange(error, 0, Tolerance);
    }

    [Fact]
    public void A_wrong_derivative_is_found()
    {
        var x = Tensor.FromArray([0.5f, -1, 2]).RequireGrad();
        Tensor Halved() => (x + x.Detach()).Sum(); // half of the dependence is hidden from the tape

        Assert.InRange(GradientCheck.LargestError(Halved, [x]), 0.4f, 0.6f);
    }
}
