namespace SequenceModels.Probes;

/// <summary>How long the gradient of a loss at the end is at each step before it.</summary>
/// <remarks>
/// The norms are double, but what they measure is the tape's float32: a number below 1e-38 loses digits, one below 1e-45 is
/// 0. So a norm of exactly 0 says "vanished beyond float32", which is also what training would see. A logarithmic axis
/// leaves such points out.
/// </remarks>
/// <param name="Norms">‖∂L/∂s_t‖ for t = 0 (the initial state) to T (the last), over the whole batch.</param>
public sealed record GradientFlow(IReadOnlyList<double> Norms)
{
    /// <summary>The norms as parts of the last step's, ‖∂L/∂s_t‖ / ‖∂L/∂s_T‖: 1 at T; NaN everywhere if the loss does not
    /// depend on this state.</summary>
    public IReadOnlyList<double> Relative => [.. Norms.Select(norm => norm / Norms[^1])];

    /// <summary>What each step back multiplies the norm by, ‖∂L/∂s_t‖ / ‖∂L/∂s_{t+1}‖ for t = 0 to T − 1: the lecture's
    /// 0.9, as it really is. NaN where the gradient had already vanished.</summary>
    public IReadOnlyList<double> Factors => [.. Norms.Zip(Norms.Skip(1), (before, after) => before / after)];

    /// <summary>The norms at the gradients of states, each as the last <see cref="Tensor.Backward"/> left it.</summary>
    internal static GradientFlow At(IEnumerable<Tensor> states) => new([.. states.Select(Norm)]);

    private static double Norm(Tensor state) =>
        state.Grad is { } gradient ? gradient.ToVector().L2Norm() : 0; // no way leads from the state to the loss
}
